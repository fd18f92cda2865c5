def log = new File(basedir, 'build.log').text

assert log.count('BUILD SUCCESS') == 2
assert log.count('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') >= 2
def commands = log.readLines().findAll { it.contains('-Aown=1') && it.contains(' -d ') }
assert !commands.empty
assert commands.every { it.count('jdk.incubator.vector') == 1 }
