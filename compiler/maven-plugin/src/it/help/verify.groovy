def log = new File(basedir, 'build.log').text

def lines = log.readLines()*.trim()

assert lines.containsAll(['check', 'compile', 'explain', 'format', 'help', 'test-compile'].collect { "leibniz:${it}" as String })
assert lines.containsAll(['excludes', 'failOnWarning', 'gradients', 'library', 'precision', 'simd', 'sizes', 'skip']
    .collect { "User property: leibniz.${it}" as String })
