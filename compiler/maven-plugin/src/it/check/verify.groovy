def log = new File(basedir, 'build.log').text

assert log.contains('No mistakes in 2 .nn files')
assert log.contains('The gradients of 2 networks agree with central differences')
