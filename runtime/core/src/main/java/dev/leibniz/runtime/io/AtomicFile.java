package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file in one step: a crash at any moment leaves the old file or the new one. */
public final class AtomicFile {
    /** What writes the content. */
    @FunctionalInterface
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

    /** How much of a name a temporary file keeps of it: in bytes, names have some 255. */
    private static final int LONGEST_NAME = 60;

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

    static void replace(Path path, Content content) throws IOException {
        Path target = target(path);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or a device takes what it is given; there is nothing to replace.
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                content.write(channel);
            }
            return;
        }
        Path folder = target.getParent();
        if (folder == null || target.getFileName() == null) {
            throw new IOException("not a file name: " + path);
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(path.toString(), null, "there is no folder " + folder);
        }
        Path temporary = null;
        boolean done = false;
        try {
            for (int i = 0; temporary == null; i++) {
                Path candidate =
                        folder.resolve(temporaryName(target.getFileName().toString(), i));
                try (FileChannel channel =
                        FileChannel.open(candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    temporary = candidate;
                    content.write(channel);
                    channel.force(true);
                } catch (FileAlreadyExistsException e) {
                    if (i == 100) {
                        throw e;
                    }
                }
            }
            keepPermissions(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done && temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
        sync(folder);
    }

    /** The file itself, where the path is a link to it that may lead to nothing yet. */
    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("a link to itself: " + path);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
        }
        return target;
    }

    private static String temporaryName(String name, int number) {
        return "." + name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "." + number + ".tmp";
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
}
