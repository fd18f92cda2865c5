package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.ImportPath;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Bytes as a `.nn` file, through all of the compiler: errors at places, or Java that javac accepts. */
public final class SourceFuzz {
    /** Of so many programs without errors, one is given to javac, which takes longer than all before it. */
    private static final int JAVAC = 8;

    private SourceFuzz() {}

    public static void fuzzerInitialize() throws IOException {
        FuzzTarget.SOURCE.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Diagnostics encoding = new Diagnostics();
        SourceReader reader = SourceReader.utf8(encoding);
        SourceFile file = reader.read("no-such-folder/Net.nn", bytes);
        if (encoding.hasErrors()) {
            render(encoding.all());
            return;
        }
        List<SourceFile> libraries = ImportPath.libraries(List.of(file), reader);
        CompileResult result =
                new LeibnizCompiler().compile(new CompileRequest(List.of(file), libraries, CompileOptions.DEFAULTS));
        render(result.diagnostics());
        if (result.hasErrors() && !result.files().isEmpty()) {
            throw new AssertionError("errors, and files all the same");
        }
        if (!result.files().isEmpty() && Math.floorMod(Arrays.hashCode(bytes), JAVAC) == 0) {
            InMemoryJavac.ofRuntime().orElseThrow().compile(result.files());
        }
    }

    private static void render(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.message().isBlank() || diagnostic.span().isNone()) {
                throw new AssertionError("said of no place: " + diagnostic);
            }
        }
        new DiagnosticRenderer(true).render(diagnostics);
    }
}
