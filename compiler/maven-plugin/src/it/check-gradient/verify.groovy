def log = new File(basedir, 'build.log').text

assert log.contains('network Scaled with N=3: the gradient by W is off by a relative error of 1.0e+00')
assert log.count('BUILD FAILURE') == 1
assert log.count('BUILD SUCCESS') == 1
assert !log.contains('\tat dev.leibniz')
