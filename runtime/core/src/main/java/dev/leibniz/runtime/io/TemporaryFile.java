package dev.leibniz.runtime.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A new file beside the one that it is to replace, of a name that no other ever has. Its writer holds a lock on it, which ends with the writer's process at the
 * latest: so what nobody holds is left of a write that was killed.
 */
final class TemporaryFile implements Closeable {
    /** How much of a name a temporary file keeps of it: in bytes, names have some 255. */
    private static final int LONGEST_NAME = 60;

    private static final Pattern NAME = Pattern.compile("\\..+\\.[0-9a-f]{16}\\.tmp");
    private static final int ENDING = 20;

    /** Begins the digits of all names that this process gives, whichever of its class loaders loaded this class. */
    private static final String OURS = digitsOf(ProcessHandle.current());

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static TemporaryFile beside(Path target) throws IOException {
        String name = target.getFileName().toString();
        String prefix = "." + beginning(name) + "." + OURS;
        while (true) {
            Path path = target.resolveSibling(prefix + digits() + ".tmp");
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Before it was locked, somebody may have held it for a leftover.
            if (isLocked(channel) && Files.exists(path)) {
                return new TemporaryFile(path, channel);
            }
            channel.close();
        }
    }

    /** As much of a name as is kept, without the first half of a character whose second half is not. */
    private static String beginning(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        return name.substring(
                0, Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Deletes what killed processes left in a folder; what cannot be deleted stays. */
    static void deleteAbandoned(Path folder) throws IOException {
        if (!Files.isReadable(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TemporaryFile::isForeign)) {
            for (Path file : files) {
                deleteIfAbandoned(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** This process must not even open one of its own: on POSIX systems closing it again would unlock it. */
    private static boolean isForeign(Path file) {
        String name = file.getFileName().toString();
        return NAME.matcher(name).matches() && !name.startsWith(OURS, name.length() - ENDING);
    }

    private static void deleteIfAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody else's, or gone, or where there are no locks: it is in nobody's way.
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // A file system without locks: nobody else can hold or delete it either.
            return true;
        }
    }

    /** Eight digits, others for a process that has the number of one that has ended, as those in containers often do. */
    private static String digitsOf(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return UUID.nameUUIDFromBytes((process.pid() + " " + start).getBytes(StandardCharsets.US_ASCII))
                .toString()
                .substring(0, 8);
    }

    private static String digits() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
