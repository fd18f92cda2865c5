def log = new File(basedir, 'build.log').text

assert log.contains('Compiled 1 .nn file to ')
assert new File(basedir, 'target/classes/demo/Doubled.class').isFile()
