package dev.leibniz.runtime.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A safetensors file opened for reading, its header checked against its length. */
final class TensorFile implements Closeable {
    private static final int LONGEST_HEADER = 1 << 25;

    private final String name;
    private final FileChannel channel;
    private final Header header;
    private final long dataStart;
    private final long dataLength;

    private TensorFile(String name, FileChannel channel, Header header, long dataStart, long dataLength) {
        this.name = name;
        this.channel = channel;
        this.header = header;
        this.dataStart = dataStart;
        this.dataLength = dataLength;
    }

    static TensorFile open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new CheckpointException(path + " is a folder, no safetensors file");
        }
        String name = String.valueOf(path.getFileName());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean opened = false;
        try {
            TensorFile file = open(name, channel);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static TensorFile open(String name, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new CheckpointException(name + " is damaged: it has " + size + " bytes, a header needs at least 8");
        }
        long length = read(name, channel, 0, 8).getLong(0);
        if (length < 0 || length > Math.max(size, LONGEST_HEADER)) {
            throw new CheckpointException(
                    name + " is no safetensors file: it does not begin with the length of a header");
        }
        if (length > size - 8) {
            throw new CheckpointException(name + " is damaged: its header should have " + length
                    + " bytes, the file has " + (size - 8) + " left");
        }
        if (length > LONGEST_HEADER) {
            throw new CheckpointException(
                    name + " has a header of " + length + " bytes, more than the " + LONGEST_HEADER + " that are read");
        }
        ByteBuffer bytes = read(name, channel, 8, (int) length);
        String json;
        try {
            json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointException(name + " has a damaged header: it is not UTF-8", e);
        }
        long dataLength = size - 8 - length;
        return new TensorFile(name, channel, Header.parse(name, json, dataLength), 8 + length, dataLength);
    }

    Header header() {
        return header;
    }

    /** @throws CheckpointException if all tensors together would take more than half of the memory this JVM may use */
    void requireMemory() throws CheckpointException {
        if (dataLength > Runtime.getRuntime().maxMemory() / 2) {
            throw new CheckpointException(
                    name + " holds " + (dataLength >> 20) + " MiB of tensors, too much for a JVM of "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        }
    }

    StoredTensor read(Header.Entry entry) throws IOException {
        long bytes = entry.end() - entry.begin();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new CheckpointException(
                    name + " has a tensor too large for an array: " + entry.name() + " has " + bytes + " bytes");
        }
        ByteBuffer data = read(name, channel, dataStart + entry.begin(), (int) bytes);
        return new StoredTensor(entry.name(), entry.type(), entry.shape(), data);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ByteBuffer read(String name, FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new CheckpointException(name + " is damaged: it became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
