def log = new File(basedir, 'build.log').text

def model = new File(basedir, 'target/generated-sources/nn/demo/Threes.java').text

assert log.count('Compiled 1 .nn file to ') == 3
assert model.contains('double[] parameters')
assert model.contains("PARAMETER_COUNT = ${5 * 9 + 9 + 9 * 3 + 3};")
