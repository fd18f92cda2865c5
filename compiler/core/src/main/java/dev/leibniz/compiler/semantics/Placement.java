package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.syntax.Statement;
import java.util.List;
import java.util.Locale;

/** Which statements may stand in which bodies. */
final class Placement {
    private Placement() {}

    static boolean allows(Frame.Kind kind, Statement statement) {
        if (statement instanceof Statement.Define
                || statement instanceof Statement.Destructure
                || statement instanceof Statement.For
                || statement instanceof Statement.Scan
                || statement instanceof Statement.Collect) {
            return true;
        } else if (statement instanceof Statement.Yield) {
            return kind == Frame.Kind.FUNCTION || kind == Frame.Kind.LAYER;
        } else if (statement instanceof Statement.SizeDeclaration size) {
            return kind == Frame.Kind.NETWORK || size.value().isPresent();
        } else if (statement instanceof Statement.Parameter) {
            return kind == Frame.Kind.NETWORK || kind == Frame.Kind.LAYER;
        } else if (statement instanceof Statement.State || statement instanceof Statement.Next) {
            return kind != Frame.Kind.FUNCTION;
        }
        return kind == Frame.Kind.NETWORK;
    }

    /** Whether a statement may be repeated by a loop: what a network or body has once may not. */
    static boolean allowsInLoop(Statement statement) {
        boolean once = statement instanceof Statement.Input
                || statement instanceof Statement.Output
                || statement instanceof Statement.Metric
                || statement instanceof Statement.Hyper
                || statement instanceof Statement.Train
                || statement instanceof Statement.Precision
                || statement instanceof Statement.Yield
                || (statement instanceof Statement.SizeDeclaration size
                        && size.value().isEmpty());
        return !once;
    }

    /** Whether a statement may be part of a turn at run time; a loss is one for all turns. */
    static boolean allowsInScan(Statement statement) {
        return !(statement instanceof Statement.Loss);
    }

    /** The word a statement begins with. */
    static String word(Statement statement) {
        if (statement instanceof Statement.SizeDeclaration size) {
            return size.value().isPresent() ? "size" : "size " + size.name() + ";";
        } else if (statement instanceof Statement.Parameter) {
            return "param";
        }
        return statement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static List<String> help(Frame.Kind kind, Statement statement) {
        boolean ownsNothing = kind == Frame.Kind.FUNCTION
                && (statement instanceof Statement.Parameter || statement instanceof Statement.State);
        if (ownsNothing) {
            return List.of("make it a layer: layers own parameters and states");
        } else if (statement instanceof Statement.Yield) {
            return List.of("name the result with `output name = …;`");
        }
        return List.of();
    }
}
