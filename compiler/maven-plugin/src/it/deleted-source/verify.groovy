def log = new File(basedir, 'build.log').text

def files = { folder -> new File(basedir, folder).list() as List }

for (folder in ['target/generated-sources/nn/demo', 'target/classes/demo']) {
    assert files(folder).any { it.startsWith('Kept') }
    assert files(folder).every { !it.startsWith('Old') }
}
assert log.count('Compiled 2 .nn files to ') == 1
assert log.count('Compiled 1 .nn file to ') == 1
