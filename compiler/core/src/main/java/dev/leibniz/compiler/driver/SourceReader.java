package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads source files strictly: bytes that are not in the encoding are an error at their place, never a replacement. */
public final class SourceReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Charset encoding;
    private final Diagnostics diagnostics;

    public SourceReader(Charset encoding, Diagnostics diagnostics) {
        this.encoding = encoding;
        this.diagnostics = diagnostics;
    }

    /** A reader of UTF-8, the encoding of the language. */
    public static SourceReader utf8(Diagnostics diagnostics) {
        return new SourceReader(StandardCharsets.UTF_8, diagnostics);
    }

    /** The file, which shows in diagnostics as its path is written here; up to the first bytes that cannot be read. */
    public SourceFile read(Path path) throws IOException {
        return read(path.toString(), Files.readAllBytes(path));
    }

    /** The file of these bytes, which shows in diagnostics under this name. */
    public SourceFile read(String name, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharsetDecoder decoder = encoding.newDecoder();
        CharBuffer text =
                CharBuffer.allocate((int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        String decoded = text.flip().toString();
        SourceFile file = new SourceFile(name, decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded);
        if (result.isError()) {
            int end = file.text().length();
            diagnostics.report(Diagnostic.error(
                    "bad-encoding",
                    new Span(file, end, end),
                    "this file is not " + encoding.name() + " from byte " + bytes.position() + " on"));
        }
        return file;
    }
}
