package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file in one step: a crash at any moment leaves the old file or the new one. */
public final class AtomicFile {
    /** What writes the content. */
    @FunctionalInterface
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

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
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || target.getFileName() == null) {
            throw new IOException("not a file name: " + path);
        }
        Path temporary = null;
        boolean done = false;
        try {
            for (int i = 0; temporary == null; i++) {
                Path candidate = folder.resolve("." + target.getFileName() + "." + i + ".tmp");
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
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done && temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
        sync(folder);
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
