def log = new File(basedir, 'build.log').text

assert log.count('BUILD SUCCESS') == 2
assert log.count('1 .nn file is up to date') == 1
assert new File(basedir, 'target/classes/demo/Use.class').isFile()
assert new File(basedir, 'target/generated-sources/nn/demo/InFloat.java').isFile()
assert new File(basedir, 'target/generated-sources/nn-double/demo/InDouble.java').isFile()
assert !new File(basedir, 'target/generated-sources/nn-double/demo/Gone.java').exists()
