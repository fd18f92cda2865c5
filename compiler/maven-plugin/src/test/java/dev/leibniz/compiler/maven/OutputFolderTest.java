package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path root;

    @Test
    void writesIntoFoldersThatDoNotExistYet() throws IOException {
        int written = new OutputFolder(root.resolve("out")).write(Map.of("a/b/Net.java", "class Net {}"));

        assertThat(written).isEqualTo(1);
        assertThat(root.resolve("out/a/b/Net.java")).hasContent("class Net {}");
    }

    @Test
    void leavesAFileWithTheSameBytesUntouched() throws IOException {
        Path same = old("Same.java", "same θ");
        Path other = old("Other.java", "other");

        int written = new OutputFolder(root).write(Map.of("Same.java", "same θ", "Other.java", "changed"));

        assertThat(written).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(other)).isNotEqualTo(LONG_AGO);
        assertThat(other).hasContent("changed");
    }

    @Test
    void deletesOrphansAndFoldersTheyLeaveEmptyButNothingElse() throws IOException {
        Path orphan = old("a/b/Orphan.java", "");
        Path wanted = old("a/Wanted.java", "");
        Path foreign = old("c/Foreign.java", "");

        new OutputFolder(root)
                .deleteOrphans(List.of("a/b/Orphan.java", "a/Wanted.java", "Gone.java"), Set.of("a/Wanted.java"));

        assertThat(orphan.getParent()).doesNotExist();
        assertThat(wanted).exists();
        assertThat(foreign).exists();
    }

    /** As on a disk for which capitals do not count; a link stands for it. */
    @Test
    void whatIsTheSameFileUnderAnotherNameIsNoOrphan() throws IOException {
        Path wanted = old("a/foo.java", "");
        Path same = Files.createLink(root.resolve("a/Foo.java"), wanted);
        Path other = old("a/FOO.java", "");

        new OutputFolder(root).deleteOrphans(List.of("a/Foo.java", "a/FOO.java"), Set.of("a/foo.java"));

        assertThat(wanted).exists();
        assertThat(same).exists();
        assertThat(other).doesNotExist();
    }

    @Test
    void deletesFoldersThatWereMadeForAFileThatWasNeverWritten() throws IOException {
        Files.createDirectories(root.resolve("a/b"));

        new OutputFolder(root).deleteOrphans(List.of("a/b/c/Never.java"), Set.of());

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatLeavesTheFolder() throws IOException {
        Path outside = old("Outside.java", "");

        assertThatThrownBy(
                        () -> new OutputFolder(root.resolve("out")).deleteOrphans(List.of("../Outside.java"), Set.of()))
                .isInstanceOf(IOException.class);
        assertThat(outside).exists();
    }

    private Path old(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }
}
