package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Replaces a file in one step: a crash at any moment leaves the old file or the new one, and what a killed process left half written is deleted by whoever
 * writes to that folder next. Failures name the file and say why.
 */
public final class AtomicFile {
    /** What writes the content. */
    @FunctionalInterface
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /**
     * Replaces a file by these bytes, or makes it.
     *
     * @throws IOException if that cannot be done; the old file is as it was
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        replace(path, channel -> {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
    }

    /** Deletes what killed processes left half written in a folder; what is being written there now is left alone. */
    public static void deleteAbandoned(Path folder) throws IOException {
        TemporaryFile.deleteAbandoned(folder);
    }

    static void replace(Path path, Content content) throws IOException {
        try {
            Path target = target(path);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A pipe or a device takes what it is given; there is nothing to replace.
                try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                    content.write(channel);
                }
                return;
            }
            Path folder = folder(target);
            TemporaryFile.deleteAbandoned(folder);
            writeBeside(target, content);
            sync(folder);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static void writeBeside(Path target, Content content) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            boolean done = false;
            try {
                content.write(temporary.channel());
                temporary.channel().force(true);
                keepPermissions(target, temporary.path());
                // While it is locked: nobody may hold it for a leftover before it has its name.
                Files.move(temporary.path(), target, StandardCopyOption.ATOMIC_MOVE);
                done = true;
            } finally {
                if (!done) {
                    Files.deleteIfExists(temporary.path());
                }
            }
        }
    }

    private static Path folder(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || target.getFileName() == null) {
            throw new IOException("not a file name");
        }
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(target.toString(), null, "there is no folder " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return folder;
    }

    /** The file itself, where the path is a link to it that may lead to nothing yet. */
    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("a link to itself");
            }
            // Folders may be links themselves: `..` is what lies above where they lead, not above their names.
            Path folder = target.resolveSibling("").toRealPath();
            target = folder.resolve(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Whoever could read the old file can read the new one, where the system knows of that. */
    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        }
    }

    /** Makes the new name of the file durable, where the system lets a folder be synced. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; the rename is atomic there all the same.
        }
    }

    /** The failure said of the file that was to be written: others may know neither the temporary one nor its folder. */
    private static IOException failure(Path path, IOException cause) {
        String reason = new FileProblem(cause).reason();
        FileSystemException named;
        if (cause instanceof NoSuchFileException) {
            named = new NoSuchFileException(path.toString(), null, reason);
        } else if (cause instanceof AccessDeniedException) {
            named = new AccessDeniedException(path.toString(), null, reason);
        } else if (cause instanceof NotDirectoryException problem) {
            named = new FileSystemException(path.toString(), null, problem.getFile() + " is no folder");
        } else {
            named = new FileSystemException(path.toString(), null, reason);
        }
        named.initCause(cause);
        return named;
    }
}
