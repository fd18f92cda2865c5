assert new File(basedir, 'target/classes/samples/digits/Digits.class').isFile()
// With nothing else said, there are kernels on vectors.
assert new File(basedir, 'target/classes/samples/digits/DigitsVectorKernels.class').isFile()
