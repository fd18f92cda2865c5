def log = new File(basedir, 'build.log').text

import java.util.zip.ZipFile

def entries = new ZipFile(new File(basedir, 'layers/target/library-jar-layers-1.jar')).withCloseable { jar -> jar.entries()*.name }
assert entries.contains('layers/scale.nn')
assert !entries.contains('layers/draft.nn')
assert !new ZipFile(new File(basedir, 'user/target/library-jar-user-1.jar')).withCloseable { jar -> jar.entries()*.name }.any { it.endsWith('.nn') }

// Both modules have one file each.
assert log.count('Compiled 1 .nn file to ') == 4
assert new File(basedir, 'user/target/generated-sources/nn/demo/ScaledScalarKernels.java').text.contains('7')
assert new File(basedir, 'user/target/classes/demo/Scaled.class').isFile()
