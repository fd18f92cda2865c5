def log = new File(basedir, 'build.log').text

assert log.contains('leibniz.precision must be float or double, found half')
assert log.contains('leibniz.sizes must hold entries such as H=128, found H')
assert log.contains('leibniz.encoding must name an encoding that Java knows, found UTF-9')
assert !log.contains('\tat dev.leibniz')
assert !new File(basedir, 'target/generated-sources/nn').exists()
