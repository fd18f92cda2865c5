def log = new File(basedir, 'build.log').text

assert new File(basedir, 'layers/target/classes/layers/scale.nn').isFile()
assert !new File(basedir, 'layers/target').list().any { it.endsWith('.jar') }
assert new File(basedir, 'user/target/classes/demo/Scaled.class').isFile()
