package dev.leibniz.compiler.cli;

import dev.leibniz.training.data.DataException;
import dev.leibniz.training.data.Idx;
import java.io.IOException;

/** Bytes as an IDX file, compressed or not: elements, or what is wrong with the file. */
public final class IdxFuzz {
    private IdxFuzz() {}

    public static void fuzzerInitialize() throws IOException {
        FuzzTarget.IDX.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, file -> {
            try {
                Idx idx = Idx.read(file);
                long elements = 1;
                for (int size : idx.shape()) {
                    elements *= size;
                }
                if (idx.floats(1).length != elements) {
                    throw new AssertionError("another number of elements than of the shape");
                }
                idx.ints();
            } catch (DataException refused) {
                FuzzMessage.require(refused);
            }
        });
    }
}
