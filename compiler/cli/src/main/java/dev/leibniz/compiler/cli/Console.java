package dev.leibniz.compiler.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: results to {@code out}, messages to {@code err}, both in UTF-8.
 *
 * @param colours whether messages may hold ANSI colours
 * @param json whether messages are JSON, one object a line
 */
record Console(PrintStream out, PrintStream err, boolean colours, boolean json) {

    /** That of this process, as the start script hands it over. */
    static Console ofProcess(StandardOutput out) {
        FileDescriptor errors = "0".equals(System.getProperty("nnc.errors")) ? FileDescriptor.in : FileDescriptor.err;
        return new Console(stream(out), stream(new FileOutputStream(errors)), Boolean.getBoolean("nnc.colours"), false);
    }

    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errorWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
