package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The `.nn` files that ship with the compiler. */
public final class StandardLibrary {
    /** The package that is always imported. */
    public static final String PACKAGE = "leibniz.std";

    private static final String FOLDER = "leibniz/std/";
    private static final List<String> FILES = List.of(
            "activations.nn",
            "losses.nn",
            "attention.nn",
            "layers.nn",
            "convolution.nn",
            "recurrent.nn",
            "optimizers.nn");

    private StandardLibrary() {}

    /** The files, parsed once. */
    public static List<Program> programs() {
        return Parsed.PROGRAMS;
    }

    private static final class Parsed {
        static final List<Program> PROGRAMS = parse();
    }

    private static List<Program> parse() {
        Diagnostics diagnostics = new Diagnostics();
        List<Program> programs = FILES.stream()
                .map(name -> Parser.parse(read(name), diagnostics))
                .toList();
        if (diagnostics.hasErrors()) {
            throw new CompilerBug("the standard library is no program: " + diagnostics.all());
        }
        return programs;
    }

    private static SourceFile read(String name) {
        try (InputStream in = StandardLibrary.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new CompilerBug("the standard library lacks " + name);
            }
            return new SourceFile(FOLDER + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
