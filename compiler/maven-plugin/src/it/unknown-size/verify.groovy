def log = new File(basedir, 'build.log').text

assert log.count('[WARNING] unknown-size: a value is given for the size `width`, which no network has') == 1 + 1
assert log.contains('did you mean `widht`?')
assert log.contains('1 warning, and leibniz.failOnWarning is set')
