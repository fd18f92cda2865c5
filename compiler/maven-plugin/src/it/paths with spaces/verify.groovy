assert new File(basedir, 'target/generated here/demo/Doubled.java').text.contains('from Doubled.nn')
assert new File(basedir, 'target/classes/demo/Use.class').isFile()
