package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import java.util.List;

/** Meanings in the words of messages. */
final class Descriptions {
    private Descriptions() {}

    /** A tensor's type; anything else as a noun: {@code the int 3}, {@code a list of 2}. */
    static String of(Meaning meaning) {
        if (meaning instanceof Meaning.Tensor tensor) {
            return tensor.value().type().toString();
        } else if (meaning instanceof Meaning.Whole whole) {
            return (whole.size().isConstant() ? "the int " : "the size ") + whole.size();
        } else if (meaning instanceof Meaning.Ratio ratio) {
            return "the quotient " + quotient(ratio);
        } else if (meaning instanceof Meaning.Real real) {
            return "the float " + real.value();
        } else if (meaning instanceof Meaning.Truth truth) {
            return "`" + truth.value() + "`";
        } else if (meaning instanceof Meaning.Text text) {
            return "the string \"" + text.text() + "\"";
        } else if (meaning instanceof Meaning.Sequence sequence) {
            return "a list of " + sequence.items().size();
        } else if (meaning instanceof Meaning.Filling filling) {
            return "the initialiser `" + Fillings.spelling(filling.kind()) + "`";
        }
        return ofCallable(meaning);
    }

    /** Whether it can be applied to a tensor. */
    static boolean isCallable(Meaning meaning) {
        return meaning instanceof Meaning.Function
                || meaning instanceof Meaning.BuiltIn
                || meaning instanceof Meaning.Layer
                || meaning instanceof Meaning.Configured;
    }

    private static String ofCallable(Meaning meaning) {
        if (meaning instanceof Meaning.Function function) {
            return "the function `" + function.name() + "`";
        } else if (meaning instanceof Meaning.BuiltIn builtIn) {
            return "the function `" + builtIn.builtin().name() + "`";
        } else if (meaning instanceof Meaning.Layer layer) {
            return "the layer `" + layer.declaration().name().text() + "`";
        } else if (meaning instanceof Meaning.Configured configured) {
            return "the layer `" + configured.layer().declaration().name().text() + "`";
        } else if (meaning instanceof Meaning.Optimizer optimizer) {
            return "the optimizer `" + optimizer.declaration().name().text() + "`";
        }
        return meaning instanceof Meaning.Nothing ? "`none`" : "an erroneous value";
    }

    private static String quotient(Meaning.Ratio ratio) {
        return inFactor(ratio.dividend()) + "/" + inFactor(ratio.divisor());
    }

    private static String inFactor(Size size) {
        String text = size.toString();
        return text.contains(" ") ? "(" + text + ")" : text;
    }

    /** {@code `a`, `b` and `c`}. */
    static String names(List<String> names) {
        List<String> quoted = names.stream().map(name -> "`" + name + "`").toList();
        int last = quoted.size() - 1;
        return last < 1
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** {@code 1 argument}, {@code 2 arguments}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
