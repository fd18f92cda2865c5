package dev.leibniz.compiler.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something that reads what strangers may have written, with inputs that are kept for it and words that its inputs are made of. */
enum FuzzTarget {
    SOURCE(SourceFuzz::fuzzerTestOneInput, 300),
    RUN(RunFuzz::fuzzerTestOneInput, 2000),
    SAFETENSORS(SafetensorsFuzz::fuzzerTestOneInput, 2000),
    CSV(CsvFuzz::fuzzerTestOneInput, 2000),
    IDX(IdxFuzz::fuzzerTestOneInput, 4000);

    private static final Path FOLDER = Path.of("src/test/resources/fuzz");
    private static final Pattern WORD = Pattern.compile("\"(.*)\"");
    private static final Pattern BYTE = Pattern.compile("\\\\x(..)");

    interface Reader {
        void read(byte[] bytes) throws IOException;
    }

    private final Reader reader;
    private final int mutations;

    FuzzTarget(Reader reader, int mutations) {
        this.reader = reader;
        this.mutations = mutations;
    }

    /** @throws AssertionError if the bytes are neither understood nor refused in words */
    void read(byte[] bytes) throws IOException {
        reader.read(bytes);
    }

    /** How many changed inputs are tried in a few seconds. */
    int mutations() {
        return mutations;
    }

    private Path folder() {
        return FOLDER.resolve(name().toLowerCase(Locale.ROOT));
    }

    /** The inputs that are kept, in the order of their names. */
    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    /** Reads all that is kept, before a fuzzer looks at the clock: classes are instrumented when they are loaded. */
    void warmUp() throws IOException {
        for (Path input : inputs()) {
            read(Files.readAllBytes(input));
        }
    }

    /** The words of its dictionary, in the form of libFuzzer's: one a line in quotes, bytes as {@code \x0a}. */
    List<byte[]> words() throws IOException {
        return Files.readAllLines(Path.of(folder() + ".dict")).stream()
                .map(WORD::matcher)
                .filter(Matcher::matches)
                .map(line -> bytes(line.group(1)))
                .toList();
    }

    private static byte[] bytes(String escaped) {
        String text = BYTE.matcher(escaped)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))))
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
