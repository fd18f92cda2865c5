def log = new File(basedir, 'build.log').text

assert log.contains('library-mistake-layers-1.jar!/layers/scale.nn')
assert log.contains('  yield x * factor;')
assert log.contains('1 error in 1 file')
assert !log.contains('\tat dev.leibniz')
