def folder = new File(basedir, 'src/main/nn/demo').canonicalPath
def log = new File(basedir, 'build.log').text

assert log.contains("[ERROR] ${folder}/Bad.nn:[3,")
assert log.contains("[ERROR] ${folder}/Wrong.nn:[4,7] ")
assert log.contains("[ERROR] ${folder}/Wrong.nn:[5,")
assert log.contains('3 errors in 2 files')
assert !log.contains('\tat dev.leibniz')
