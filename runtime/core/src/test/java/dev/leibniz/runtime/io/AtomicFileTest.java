package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "something longer");

        AtomicFile.write(file, NEW);

        assertThat(file).hasContent("new");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoCouldReadTheOldFileCanReadTheNewOneAndNobodyElse() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        AtomicFile.write(file, NEW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysAndLeadsToTheNewFileEvenIfItLedToNone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));

        AtomicFile.write(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("target")).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInALinkedFolderLeadsWhereTheSystemSays() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Path linked = Files.createSymbolicLink(folder.resolve("d"), Path.of("a/b"));
        Files.createSymbolicLink(deep.resolve("f"), Path.of("../g"));
        Files.createSymbolicLink(folder.resolve("a/g"), Path.of("x"));

        AtomicFile.write(linked.resolve("f"), NEW);

        assertThat(folder.resolve("a/x")).hasContent("new");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(folder.resolve("g")).doesNotExist();
    }

    @Test
    void aNameIsNeverCutWithinACharacter() throws IOException {
        Path file = folder.resolve("a".repeat(59) + "\uD83D\uDE00.st");

        AtomicFile.write(file, NEW);

        assertThat(file).hasContent("new");
    }

    @Test
    void aNameMayBeAsLongAsNamesCanBe() throws IOException {
        Path file = folder.resolve("n".repeat(250));

        AtomicFile.write(file, NEW);

        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path file = folder.resolve("none/a.txt");

        assertThatThrownBy(() -> AtomicFile.write(file, NEW))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": there is no folder " + file.getParent());
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThatThrownBy(() -> AtomicFile.write(folder, NEW)).isInstanceOf(IOException.class);
        assertThat(folder).isDirectory();
    }

    @Test
    void whatKilledProcessesLeftIsDeletedAndNothingElse() throws IOException {
        Path leftOver = Files.writeString(folder.resolve(".other.txt.0123456789abcdef.tmp"), "half");
        Path foreign = Files.writeString(folder.resolve(".other.txt.backup.tmp"), "mine");
        Path file = folder.resolve("a.txt");

        AtomicFile.write(file, NEW);

        assertThat(leftOver).doesNotExist();
        assertThat(foreign).hasContent("mine");
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsBeingWrittenIsLeftAloneWhoeverWritesBeside() throws IOException {
        Path slow = folder.resolve("slow.txt");

        AtomicFile.replace(slow, channel -> {
            AtomicFile.write(folder.resolve("quick.txt"), NEW);
            AtomicFile.deleteAbandoned(folder);
            channel.write(ByteBuffer.wrap(NEW));
        });

        assertThat(slow).hasContent("new");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(slow, folder.resolve("quick.txt"));
        }
    }

    @Test
    void manyThreadsWriteOneFileAndOneOfThemWins() throws Exception {
        Path file = folder.resolve("a.txt");
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] bytes = String.valueOf(i).repeat(10_000).getBytes(StandardCharsets.UTF_8);
            writers.add(() -> {
                for (int turn = 0; turn < 20; turn++) {
                    AtomicFile.write(file, bytes);
                    String text = Files.readString(file);
                    assertThat(text).isEqualTo(text.substring(0, 1).repeat(10_000));
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
        threads.shutdown();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        Path file = blocked.resolve("a.txt");

        assertThatThrownBy(() -> AtomicFile.write(file, NEW)).hasMessage(file + ": " + blocked + " is no folder");
    }

    @Test
    void aLinkToItselfIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));

        assertThatThrownBy(() -> AtomicFile.write(link, NEW)).hasMessage(link + ": a link to itself");
    }

    @Test
    void aFolderInWhichNobodyMayWriteIsNamedByTheFile() throws IOException {
        Path closed = Unwritable.folderIn(folder);
        Path file = closed.resolve("a.txt");

        assertThatThrownBy(() -> AtomicFile.write(file, NEW))
                .extracting(Throwable::getMessage)
                .isIn(file + ": no permission", file + ": Read-only file system");
    }

    @Test
    void aFullDiskIsNamedWithTheFile() {
        Path full = Unwritable.fullDevice();

        assertThatThrownBy(() -> AtomicFile.write(full, NEW)).hasMessage(full + ": No space left on device");
    }
}
