def file = new File(basedir, 'src/main/nn/demo/Doubled.nn')
def log = new File(basedir, 'build.log').text

assert log.count("[ERROR] ${file.canonicalPath} is not in the style of .nn files") == 1
assert log.contains('1 file not in the style of .nn files, which leibniz:format brings them into: Doubled.nn')
assert log.count("Formatted ${file.canonicalPath}") == 1
assert !log.contains('Probe.nn')
assert file.text.contains('output y = 2 * x;')
