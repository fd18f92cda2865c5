def file = new File(basedir, 'src/main/nn/demo/Doubled.nn')
assert file.text.contains('\r\n')
assert new File(basedir, 'target/classes/demo/Doubled.class').isFile()
new File(basedir, 'target/generated-sources/nn/demo').eachFile { assert !it.text.contains('\r') }

def log = new File(basedir, 'build.log').text
assert log.contains("[ERROR] ${file.canonicalPath}:[8,18] unknown-name: ")
