def file = new File(basedir, 'src/main/nn/demo/Doubled.nn').canonicalPath
def log = new File(basedir, 'build.log').text

assert log.contains("[ERROR] ${file}:[3,")
assert log.contains("[ERROR] ${file}:[4,")
assert log.contains('did you mean `scale`?')
assert !log.contains('\tat dev.leibniz')
