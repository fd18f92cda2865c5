def program = new File(System.getProperty('java.home'), 'bin/java').path
def jars = new File(localRepositoryPath, 'dev/leibniz/leibniz-runtime').listFiles().findAll { it.directory }
    .collectMany { it.listFiles() as List }.findAll { it.name.endsWith('.jar') }
def path = ([new File(basedir, 'target/classes')] + jars).join(File.pathSeparator)
def run = { List options, String java = program ->
    def process = ([java] + options).execute()
    def out = new StringBuilder()
    process.waitForProcessOutput(out, System.err)
    assert process.exitValue() == 0
    out.toString().trim()
}

assert run(['-p', path, '-m', 'demo/demo.Main']) == 'ThreesScalarKernels 1'
assert run(['--add-modules', 'jdk.incubator.vector', '-p', path, '-m', 'demo/demo.Main']) == 'ThreesVectorKernels 1'

// The same in images that hold nothing else.
def jlink = java.util.spi.ToolProvider.findFirst('jlink').get()
def image = { String name, List options ->
    def folder = new File(basedir, "target/$name")
    def messages = new StringWriter()
    def out = new PrintWriter(messages, true)
    def arguments = ['--module-path', path, '--add-modules', 'demo', '--output', folder.path, '--strip-debug'] + options
    assert jlink.run(out, out, arguments as String[]) == 0 : messages
    new File(folder, 'bin/java').path
}
def vectors = ['--add-modules', 'jdk.incubator.vector', '--add-options= --add-modules=jdk.incubator.vector']
def plain = image('plain', [])
assert run(['--list-modules'], plain).readLines().collect { it.split('@')[0] }.sort() == ['demo', 'dev.leibniz.runtime', 'java.base']
assert run(['-m', 'demo/demo.Main'], plain) == 'ThreesScalarKernels 1'
assert run(['-m', 'demo/demo.Main'], image('vectors', vectors)) == 'ThreesVectorKernels 1'
