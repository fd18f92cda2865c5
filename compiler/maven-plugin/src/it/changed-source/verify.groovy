def log = new File(basedir, 'build.log').text

def generated = { name -> new File(basedir, "target/generated-sources/nn/demo/${name}.java") }
def counts = (log =~ /Compiled 2 \.nn files to (\d+) Java files, (\d+) of them changed/).collect { [it[1] as int, it[2] as int] }

assert counts.size() == 2
assert counts[0][0] == counts[0][1]
assert counts[1][1] > 0 && counts[1][1] <= counts[1][0] / 2
assert generated('SecondScalarKernels').text.contains('7')
assert generated('FirstScalarKernels').lastModified() < generated('SecondScalarKernels').lastModified()
assert new File(basedir, 'target/classes/demo/SecondScalarKernels.class').lastModified() >= generated('SecondScalarKernels').lastModified()
