package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.syntax.Declaration;
import java.util.List;
import java.util.Map;

/** What an expression means while a program is elaborated: a value of the graph, or something that only the compiler knows. */
sealed interface Meaning {
    /** Computed at run time. */
    record Tensor(Value value) implements Meaning {}

    /** An int that is known when compiled, but for free sizes in it. */
    record Whole(Size size) implements Meaning {
        static Whole of(long value) {
            return new Whole(Size.of(value));
        }
    }

    /** The quotient of two such ints: a float, and a size where it is exact. */
    record Ratio(Size dividend, Size divisor) implements Meaning {}

    /** A known float. */
    record Real(double value) implements Meaning {}

    /**
     * A known bool.
     *
     * @param ofTraining whether it might be another one if {@code training} were
     */
    record Truth(boolean value, boolean ofTraining) implements Meaning {
        Truth(boolean value) {
            this(value, false);
        }
    }

    /** A string. */
    record Text(String text) implements Meaning {}

    /** A list. */
    record Sequence(List<Meaning> items) implements Meaning {}

    /** A way to fill a parameter, such as {@code zeros()}. */
    record Filling(Initialiser.Kind kind, List<Double> arguments) implements Meaning {}

    /** Functions of one name; more than one if they differ in the declared types of their arguments. */
    record Function(String name, List<Declaration.Function> overloads) implements Meaning {}

    /** An operation that the language has built in. */
    record BuiltIn(Builtin builtin) implements Meaning {}

    /** A layer without its configuration. */
    record Layer(Declaration.Layer declaration) implements Meaning {}

    /** A layer with its configuration; applying it makes an instance. */
    record Configured(Layer layer, Map<String, Operand> configuration) implements Meaning {}

    /** An update rule. */
    record Optimizer(Declaration.Optimizer declaration) implements Meaning {}

    /** The value of {@code none}. */
    record Nothing() implements Meaning {}

    /** A mistake that is already reported. */
    record Erroneous() implements Meaning {}

    Meaning NOTHING = new Nothing();
    Meaning ERRONEOUS = new Erroneous();
}
