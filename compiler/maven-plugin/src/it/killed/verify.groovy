import java.util.concurrent.TimeUnit

// So many builds are killed; after each comes one that ends.
def kills = Integer.getInteger('goal.kills', 2)
def sources = new File(basedir, 'src/main/nn/demo')
def target = new File(basedir, 'target')
def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
def random = new Random(1)
def log = new File(basedir, 'last.log')

def network = { name, number ->
    """package demo;

network ${name} {
  size N;
  input x: float[N, 3];
  output y = ${number} * x;
}
"""
}
def states = [
    ['First': 2, 'Second': 3],
    ['First': 5, 'Third': 7],
]

def become = { state ->
    sources.deleteDir()
    sources.mkdirs()
    state.each { name, number -> new File(sources, "${name}.nn").setText(network(name, number), 'UTF-8') }
}
def start = {
    def mvn = new File(System.getProperty('maven.home'), 'bin/mvn')
    new ProcessBuilder(mvn.path, '-B', '-o', '-s', settings.path, "-Dmaven.repo.local=${localRepositoryPath}".toString(),
            'leibniz:compile@networks')
        .directory(basedir)
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start()
}
// Most of the time passes before the goal begins.
def awaitGoal = { process ->
    while (process.alive && !log.text.contains(':compile (networks)')) {
        sleep(10)
    }
}
def build = {
    def process = start()
    awaitGoal(process)
    def from = System.nanoTime()
    assert process.waitFor() == 0 : log.text
    System.nanoTime() - from
}
def generated = {
    def root = new File(target, 'generated-sources/nn')
    def texts = new TreeMap()
    if (root.exists()) {
        root.eachFileRecurse { if (it.isFile()) { texts[root.toPath().relativize(it.toPath()).toString()] = it.text } }
    }
    texts
}

def nanos = 0
def clean = states.collect {
    become(it)
    target.deleteDir()
    nanos = build()
    generated()
}
assert clean.every { it.size() > 2 } && clean[0] != clean[1]

def midway = 0
kills.times { kill ->
    def before = generated()
    become(states[random.nextInt(2)])
    def process = start()
    awaitGoal(process)
    if (!process.waitFor((long) (nanos * random.nextDouble()), TimeUnit.NANOSECONDS)) {
        process.descendants().each { it.destroyForcibly() }
        process.toHandle().destroyForcibly()
        process.waitFor()
    }
    def found = generated()
    midway += found != before && !clean.contains(found) ? 1 : 0
    assert found.findAll { path, text -> path.endsWith('.tmp') }.size() <= 1
    assert found.findAll { path, text -> !path.endsWith('.tmp') }.every { path, text -> clean.any { it[path] == text } }

    def next = random.nextInt(2)
    become(states[next])
    build()
    assert generated() == clean[next]
}
println "${kills} builds killed, ${midway} of them between two files; every next build like a clean one"
