def file = new File(basedir, 'src/main/nn/elsewhere/Doubled.nn').canonicalPath
def log = new File(basedir, 'build.log').text

assert log.count("[WARNING] ${file}:[1,9] package-folder: ") == 2
assert log.count('BUILD SUCCESS') == 1
assert log.contains('1 warning in 1 file, and leibniz.failOnWarning is set')
