def file = new File(basedir, 'src/main/nn/demo/Wrong.nn').canonicalPath
def log = new File(basedir, 'build.log').text
def says = { String text -> log.contains(text) }

assert says("[ERROR] ${file}:[9,16] shape-mismatch: ")
assert says('  output a = x @ W;')
assert says("[ERROR] ${file}:[10,14] unknown-name: ")
assert says('2 errors in 1 file')
assert !says('\tat dev.leibniz')
assert !new File(basedir, 'target/generated-sources/nn').exists()
