package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A position: an affine expression {@code offset + Σ factor·atom} over loop variables and computed integers, factors being sizes. */
public record Index(Size offset, List<Term> terms) {
    public static final Index ZERO = of(Size.ZERO);

    /** One factor·atom. */
    public record Term(Atom atom, Size factor) {}

    /** What an index is affine in. */
    public sealed interface Atom {}

    /** A loop's variable. */
    public record LoopVariable(String name) implements Atom {}

    /** An integer computed at run time, such as a class label, checked to be in {@code [0, bound)} when it is used; {@code tensor} names it in the error. */
    public record Computed(Scalar value, Size bound, String tensor) implements Atom {}

    /** An index divided by a positive size, rounded down. */
    public record Quotient(Index dividend, Size divisor) implements Atom {}

    /** What such a division leaves. */
    public record Remainder(Index dividend, Size divisor) implements Atom {}

    public Index {
        terms = List.copyOf(terms);
    }

    public static Index of(Size offset) {
        return new Index(offset, List.of());
    }

    public static Index of(long offset) {
        return of(Size.of(offset));
    }

    public static Index of(Atom atom) {
        return new Index(Size.ZERO, List.of(new Term(atom, Size.ONE)));
    }

    public static Index variable(String name) {
        return of(new LoopVariable(name));
    }

    public Index plus(Index other) {
        Map<Atom, Size> sum = new LinkedHashMap<>();
        terms.forEach(term -> sum.put(term.atom(), term.factor()));
        other.terms.forEach(term -> sum.merge(term.atom(), term.factor(), Size::plus));
        List<Term> kept = new ArrayList<>();
        sum.forEach((atom, factor) -> {
            if (!factor.equals(Size.ZERO)) {
                kept.add(new Term(atom, factor));
            }
        });
        return new Index(offset.plus(other.offset), kept);
    }

    public Index plus(Size size) {
        return new Index(offset.plus(size), terms);
    }

    public Index times(Size factor) {
        if (factor.equals(Size.ZERO)) {
            return ZERO;
        }
        return new Index(
                offset.times(factor),
                terms.stream()
                        .map(term -> new Term(term.atom(), term.factor().times(factor)))
                        .toList());
    }

    /** This index divided by a size, rounded down. */
    public Index dividedBy(Size divisor) {
        if (divisor.isOne()) {
            return this;
        }
        Optional<Index> exact = exactlyDividedBy(divisor);
        return exact.orElseGet(() -> of(new Quotient(this, divisor)));
    }

    /** What division by a size leaves. */
    public Index modulo(Size divisor) {
        if (divisor.isOne() || exactlyDividedBy(divisor).isPresent()) {
            return ZERO;
        }
        return of(new Remainder(this, divisor));
    }

    private Optional<Index> exactlyDividedBy(Size divisor) {
        Optional<Size> quotient = offset.dividedBy(divisor);
        List<Term> divided = new ArrayList<>();
        for (Term term : terms) {
            Optional<Size> factor = term.factor().dividedBy(divisor);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            divided.add(new Term(term.atom(), factor.get()));
        }
        return quotient.map(size -> new Index(size, divided));
    }

    /** By how much this grows when the loop variable grows by one; empty if that is not constant. */
    public Optional<Size> stride(String variable) {
        Size stride = Size.ZERO;
        for (Term term : terms) {
            if (term.atom() instanceof LoopVariable loop) {
                stride = loop.name().equals(variable) ? stride.plus(term.factor()) : stride;
            } else if (dependsOn(term.atom(), variable)) {
                return Optional.empty();
            }
        }
        return Optional.of(stride);
    }

    /** The loop variables that it is affine in. */
    public List<String> loopVariables() {
        return terms.stream()
                .map(Term::atom)
                .filter(LoopVariable.class::isInstance)
                .map(atom -> ((LoopVariable) atom).name())
                .toList();
    }

    /** Whether the value changes with the loop variable. */
    public boolean dependsOn(String variable) {
        return terms.stream().anyMatch(term -> dependsOn(term.atom(), variable));
    }

    private static boolean dependsOn(Atom atom, String variable) {
        if (atom instanceof LoopVariable loop) {
            return loop.name().equals(variable);
        } else if (atom instanceof Computed computed) {
            return computed.value().dependsOn(variable);
        } else if (atom instanceof Quotient quotient) {
            return quotient.dividend().dependsOn(variable);
        }
        return ((Remainder) atom).dividend().dependsOn(variable);
    }

    /** The row-major position of an element, {@code Σ index·stride}. */
    public static Index flat(List<Index> indices, List<Size> strides) {
        Index sum = ZERO;
        for (int axis = 0; axis < indices.size(); axis++) {
            sum = sum.plus(indices.get(axis).times(strides.get(axis)));
        }
        return sum;
    }
}
