def log = new File(basedir, 'build.log').text
def place = { path -> new File(basedir, path).canonicalPath }

assert log.contains("[ERROR] ${place('src/main/nn/demo/Main.nn')}:[8,18] unknown-name: ")
assert log.contains("[ERROR] ${place('src/test/nn/demo/Probe.nn')}:[8,")
assert log.contains('2 errors in 2 files')
