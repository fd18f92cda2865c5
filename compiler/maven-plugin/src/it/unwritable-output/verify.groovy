def output = new File(basedir, 'target/generated-sources/nn')
def log = new File(basedir, 'build.log').text

assert log.readLines().count { it.startsWith('[ERROR]') && it.contains(output.canonicalPath) } == 1
assert !log.contains('\tat ')
assert output.text == 'a file where the folder should be'
