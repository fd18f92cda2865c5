def log = new File(basedir, 'build.log').text

assert log.count('BUILD SUCCESS') == 2
assert log.count('Nothing is done with .nn files: leibniz.skip is set') == 1
assert new File(basedir, 'target/classes/demo/Use.class').isFile()
