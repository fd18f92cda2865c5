assert new File(basedir, 'target/generated-sources/nn/demo/Threes.java').isFile()
assert new File(basedir, 'target/classes/demo/Use.class').isFile()

def log = new File(basedir, 'build.log').text
def times = { String text -> log.count(text) }

assert times('BUILD SUCCESS') == 2
assert times('1 .nn file is up to date') == 1
assert times('Nothing to compile - all classes are up to date') == 1
