package dev.leibniz.runtime.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Places where nothing can be written, of those that this machine has; a test is skipped where there is none. */
final class Unwritable {
    private Unwritable() {}

    /** A folder without permission to write: one made in {@code parent} or, for a user who may do everything, one of the kernel's. */
    static Path folderIn(Path parent) throws IOException {
        Path closed = Files.createDirectory(
                parent.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Path folder = Files.isWritable(closed) ? Path.of("/sys/kernel") : closed;
        assumeTrue(Files.isDirectory(folder), "this user may write everywhere");
        return folder;
    }

    /** A device that is always full. */
    static Path fullDevice() {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device), "there is no /dev/full");
        return device;
    }
}
