package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.Precision;
import dev.leibniz.compiler.rewrite.Firing;
import dev.leibniz.compiler.rewrite.Safety;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.SourceFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A program as graphs and as Java.
 *
 * @param fired how often each rule was applied
 * @param exact whether only rules were that change no bit
 */
record Prepared(
        String text,
        long seed,
        Plans.Plan prediction,
        Plans.Plan training,
        Map<Variant, CompiledNetwork> networks,
        Map<String, Integer> fired,
        boolean exact) {
    /** A way to generate code. */
    enum Variant {
        PLAIN_DOUBLE(Precision.DOUBLE, false, Tolerance.DOUBLE),
        SIMD_DOUBLE(Precision.DOUBLE, true, Tolerance.DOUBLE),
        PLAIN_FLOAT(Precision.FLOAT, false, Tolerance.FLOAT),
        SIMD_FLOAT(Precision.FLOAT, true, Tolerance.FLOAT);

        final Precision precision;
        final boolean simd;
        final Tolerance tolerance;

        Variant(Precision precision, boolean simd, Tolerance tolerance) {
            this.precision = precision;
            this.simd = simd;
            this.tolerance = tolerance;
        }
    }

    /** The variants that a seed's program is tried in: double on vectors always, and one of the others. */
    private static List<Variant> variants(long seed) {
        Variant other = List.of(Variant.PLAIN_DOUBLE, Variant.SIMD_FLOAT, Variant.SIMD_FLOAT, Variant.PLAIN_FLOAT)
                .get((int) Math.floorMod(seed, 4L));
        return List.of(Variant.SIMD_DOUBLE, other);
    }

    /**
     * Compiles a program of the package {@code p}.
     *
     * @throws CompilationFailed if it is wrong
     */
    static Prepared of(String text, long seed) {
        Map<String, Integer> fired = new TreeMap<>();
        boolean[] exact = {true};
        java.util.function.Consumer<Firing> listener = firing -> {
            fired.merge(firing.rule().name(), 1, Integer::sum);
            exact[0] &= firing.rule().safety() == Safety.EXACT;
        };
        SourceFile file = new SourceFile("Net.nn", text);
        Plans.Plan prediction = Plans.prediction(file, listener);
        Plans.Plan training = Plans.training(file, listener);
        Map<Variant, CompiledNetwork> networks = new EnumMap<>(Variant.class);
        for (Variant variant : variants(seed)) {
            CompileOptions options =
                    new CompileOptions(Optional.of(variant.precision), variant.simd, Map.of(), Optional.empty());
            String packaged =
                    text.replaceFirst("package p;", "package p" + variant.ordinal() + "_" + Math.abs(seed) + ";");
            networks.put(
                    variant,
                    new LeibnizCompiler()
                            .networks(CompileRequest.of(new SourceFile("Net.nn", packaged), options))
                            .get(0));
        }
        return new Prepared(text, seed, prediction, training, networks, fired, exact[0]);
    }

    List<GeneratedFile> files() {
        return networks.values().stream()
                .flatMap(network -> network.files().stream())
                .toList();
    }

    boolean draws() {
        return text.contains("uniform([") || text.contains("normal([") || text.contains("dropout(");
    }
}
