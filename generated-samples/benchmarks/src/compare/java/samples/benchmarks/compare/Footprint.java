package samples.benchmarks.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** What an application has to carry, in bytes. */
final class Footprint {
    private Footprint() {}

    /** Of the jar of the runtime. */
    static long runtime() throws IOException {
        Path runtime = Sides.runtime();
        if (Files.isDirectory(runtime)) {
            throw new IOException(runtime + " is not a jar: run the phase `package`");
        }
        return Files.size(runtime);
    }

    /** Of a jar that holds the classes of a network. */
    static long network(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path folder = Sides.classes().resolve("samples/benchmarks");
        try (JarOutputStream jar = new JarOutputStream(bytes);
                DirectoryStream<Path> classes = Files.newDirectoryStream(folder, name + "*.class")) {
            for (Path file : classes) {
                jar.putNextEntry(new ZipEntry("samples/benchmarks/" + file.getFileName()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
        return bytes.size();
    }
}
