def log = new File(basedir, 'build.log').text

for (module in ['a', 'b', 'c']) {
    def name = module.toUpperCase()
    assert new File(basedir, "${module}/target/classes/demo/Use${name}.class").isFile()
    assert new File(basedir, "${module}/target/generated-sources/nn/demo").list().every { it.startsWith("Net${name}") }
}
assert log.contains('MultiThreadedBuilder')
assert !log.contains('not marked')
assert log.count('Compiled 1 .nn file to ') == 3
