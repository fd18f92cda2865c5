def file = new File(basedir, 'src/main/nn/demo/Doubled.nn').canonicalPath
def log = new File(basedir, 'build.log').text

assert log.contains("[ERROR] ${file}:[1,4] bad-encoding: ")
assert log.contains('1 error in 1 file')
