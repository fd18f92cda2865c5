package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.Precision;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.util.List;

/** A network compiled to classes in memory, for tests. */
record Generated(CompiledNetwork network, InMemoryJavac.Classes classes) {
    static Generated of(String text, CompileOptions options) {
        CompileRequest request = CompileRequest.of(new SourceFile("Net.nn", text), options);
        List<CompiledNetwork> networks = new LeibnizCompiler().networks(request);
        assertThat(networks).hasSize(1);
        CompiledNetwork network = networks.get(0);
        return new Generated(network, InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()));
    }

    static Generated of(String text) {
        return of(text, CompileOptions.DEFAULTS);
    }

    static Generated plain(String text) {
        return of(
                text,
                new CompileOptions(java.util.Optional.empty(), false, java.util.Map.of(), java.util.Optional.empty()));
    }

    static Generated inDouble(String text) {
        return of(text, CompileOptions.DEFAULTS.withPrecision(Precision.DOUBLE));
    }

    Model model(long seed) throws ReflectiveOperationException {
        return classes.initialise(network.className(), seed);
    }

    String text(String className) {
        return network.files().stream()
                .filter(file -> file.path().endsWith("/" + className + ".java"))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
