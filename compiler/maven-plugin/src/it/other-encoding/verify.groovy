assert new File(basedir, 'target/generated-sources/nn/demo/Doubled.java').getText('UTF-8').contains('Doubl\u00e9.')
assert new File(basedir, 'target/classes/demo/Doubled.class').isFile()
