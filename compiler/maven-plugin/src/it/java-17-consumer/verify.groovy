def log = new File(basedir, 'build.log').text

def java = new File(System.getProperty('java.home'), 'bin/java').path
def jars = new File(localRepositoryPath, 'dev/leibniz/leibniz-runtime').listFiles().findAll { it.directory }
    .collectMany { it.listFiles() as List }.findAll { it.name.endsWith('.jar') }
def path = ([new File(basedir, 'target/classes')] + jars).join(File.pathSeparator)
def run = { List options ->
    def process = ([java] + options).execute()
    def out = new StringBuilder()
    process.waitForProcessOutput(out, System.err)
    assert process.exitValue() == 0
    out.toString().trim()
}

assert run(['-cp', path, 'demo.Main']) == 'ThreesScalarKernels 1'
assert new File(basedir, 'target/classes/demo/Threes.class').bytes[7] == 61
assert !log.contains('incubating')
