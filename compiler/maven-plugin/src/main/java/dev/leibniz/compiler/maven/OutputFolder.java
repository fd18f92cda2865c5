package dev.leibniz.compiler.maven;

import dev.leibniz.runtime.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The folder of generated sources. Files whose bytes stay the same are left untouched, and so is what we did not write. */
record OutputFolder(Path root) {

    /** Makes the folder hold these texts by path; the number of files written because they were missing or different. */
    int write(Map<String, String> texts) throws IOException {
        int written = 0;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Path file = resolve(entry.getKey());
            byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.createDirectories(file.getParent());
                AtomicFile.write(file, bytes);
                written++;
            }
        }
        return written;
    }

    /** Deletes what a killed build left half written beside these files. */
    void tidy(Collection<String> paths) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String path : paths) {
            folders.add(resolve(path).getParent());
        }
        for (Path folder : folders) {
            AtomicFile.deleteAbandoned(folder);
        }
    }

    /** Deletes files of an earlier build that are not wanted any more, and folders that they leave empty. */
    void deleteOrphans(Collection<String> earlier, Set<String> wanted) throws IOException {
        for (String path : earlier) {
            if (!wanted.contains(path) && !isOneOf(wanted, path)) {
                Path file = resolve(path);
                Files.deleteIfExists(file);
                deleteEmpty(file.getParent());
            }
        }
    }

    /** Whether a file is one of those under another name, as where capitals do not count. */
    private boolean isOneOf(Set<String> wanted, String path) throws IOException {
        for (String other : wanted) {
            if (other.equalsIgnoreCase(path)
                    && Files.exists(resolve(path))
                    && Files.isSameFile(resolve(other), resolve(path))) {
                return true;
            }
        }
        return false;
    }

    private void deleteEmpty(Path folder) throws IOException {
        for (Path current = folder; !current.equals(root.normalize()); current = current.getParent()) {
            try {
                if (Files.isDirectory(current)) {
                    Files.delete(current);
                }
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private Path resolve(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IOException("a generated file must lie in " + root + ", and " + path + " does not");
        }
        return file;
    }
}
