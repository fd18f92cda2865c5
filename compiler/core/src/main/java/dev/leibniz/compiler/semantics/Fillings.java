package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.kernel.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The initialisers as `.nn` source calls them; with a shape `uniform` and `normal` draw random numbers instead. */
final class Fillings {
    private Fillings() {}

    static final List<Builtin> ALL = List.of(
            Builtin.of("constant", call -> filling(Initialiser.Kind.CONSTANT, call, "value"), "value"),
            plain(Initialiser.Kind.GLOROT_UNIFORM),
            plain(Initialiser.Kind.GLOROT_NORMAL),
            plain(Initialiser.Kind.HE_UNIFORM),
            plain(Initialiser.Kind.HE_NORMAL),
            Builtin.of(
                            "orthogonal",
                            call -> new Meaning.Filling(Initialiser.Kind.ORTHOGONAL, List.of(call.number("gain", 1))))
                    .optionally("gain"),
            Builtin.of("uniform", Fillings::uniform, "low").optionally("high"),
            Builtin.of("normal", Fillings::normal, "mean").optionally("deviation"));

    static String spelling(Initialiser.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Builtin plain(Initialiser.Kind kind) {
        return Builtin.of(spelling(kind), call -> new Meaning.Filling(kind, List.of()));
    }

    private static Meaning filling(Initialiser.Kind kind, Call call, String... parameters) {
        List<Double> arguments = new ArrayList<>();
        for (String parameter : parameters) {
            arguments.add(call.number(parameter, 0));
        }
        return new Meaning.Filling(kind, arguments);
    }

    private static Meaning uniform(Call call) {
        if (isShape(call, "low")) {
            return draw(Distribution.UNIFORM, call, "low", "high");
        }
        requireBoth(call, "low", "high");
        if (call.number("low", 0) > call.number("high", 0)) {
            throw call.fail(new StructureProblems.BadInitialiser(
                    call.at(), "the low end of `uniform` must not be above its high end"));
        }
        return filling(Initialiser.Kind.UNIFORM, call, "low", "high");
    }

    private static Meaning normal(Call call) {
        if (isShape(call, "mean")) {
            return draw(Distribution.NORMAL, call, "mean", "deviation");
        }
        requireBoth(call, "mean", "deviation");
        if (call.number("deviation", 0) < 0) {
            throw call.fail(new StructureProblems.BadInitialiser(
                    call.at(), "the standard deviation of `normal` must not be negative"));
        }
        return filling(Initialiser.Kind.NORMAL, call, "mean", "deviation");
    }

    /** With a shape these names draw random numbers. */
    private static boolean isShape(Call call, String first) {
        return call.operand(first).meaning() instanceof Meaning.Sequence;
    }

    private static Meaning draw(Distribution distribution, Call call, String first, String second) {
        if (call.operands().containsKey(second)) {
            throw call.fail(new ArgumentProblems.TooMany(call.operand(second).span(), call.name(), 1, 2));
        }
        return new Meaning.Tensor(RandomBuiltins.draw(distribution, call.limited(call.shape(first)), call));
    }

    private static void requireBoth(Call call, String first, String second) {
        if (!call.has(first) || !call.has(second)) {
            throw call.fail(new ArgumentProblems.Missing(call.at(), call.name(), List.of(second)));
        }
    }

    /** The initialiser of a tensor of this fixed shape; fans as PyTorch counts them, but for matrices, which are [in, out] here. */
    static Initialiser initialiser(Meaning.Filling filling, Shape shape) {
        long in = 1;
        long out = 1;
        if (shape.rank() == 2) {
            in = shape.get(0).constant();
            out = shape.get(1).constant();
        } else if (shape.rank() > 2) {
            long field = shape.subShape(2, shape.rank()).elements().constant();
            in = Math.multiplyExact(shape.get(1).constant(), field);
            out = Math.multiplyExact(shape.get(0).constant(), field);
        }
        return new Initialiser(filling.kind(), filling.arguments(), in, out);
    }

    /** Whether the kind needs at least a matrix. */
    static boolean needsMatrix(Initialiser.Kind kind) {
        return switch (kind) {
            case GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL, ORTHOGONAL -> true;
            default -> false;
        };
    }
}
