def log = new File(basedir, 'build.log').text

assert log.count('Compiled 2 .nn files to ') == 2
def kernels = new File(basedir, 'target/generated-sources/nn/demo/ScaledScalarKernels.java').text
assert kernels.contains('7') && !kernels.contains('5 *') && !kernels.contains('* 5')
