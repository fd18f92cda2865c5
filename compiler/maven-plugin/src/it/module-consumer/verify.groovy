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

assert run(['-p', path, '-m', 'demo/demo.Main']) == 'ThreesScalarKernels 1'
assert run(['--add-modules', 'jdk.incubator.vector', '-p', path, '-m', 'demo/demo.Main']) == 'ThreesVectorKernels 1'
