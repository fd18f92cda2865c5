package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Loops in lanes that choose between values by where they are, cut there: {@code j < 64 ? a : b} over 128 turns becomes a loop over a and one over b,
 * each of which can run in vectors. Where the borders and the number of turns are constants.
 */
final class SplitAtBorders {
    private static final int MOST_PARTS = 8;

    private SplitAtBorders() {}

    static List<Statement> of(List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (!(statement instanceof Statement.Loop loop)) {
                all.add(statement);
            } else if (loop.kind() == Statement.LoopKind.LANES) {
                all.addAll(split(loop));
            } else {
                all.add(new Statement.Loop(loop.variable(), loop.extent(), loop.kind(), of(loop.body())));
            }
        }
        return all;
    }

    private static List<Statement> split(Statement.Loop loop) {
        OptionalLong turns = loop.extent().asConstant();
        if (turns.isEmpty()) {
            return List.of(loop);
        }
        TreeSet<Long> borders = new TreeSet<>();
        Walk.scalars(loop.body(), scalar -> {
            if (scalar instanceof Scalar.Choose choose) {
                OptionalLong border = border(choose.condition(), loop.variable());
                border.stream()
                        .filter(turn -> turn > 0 && turn < turns.getAsLong())
                        .forEach(borders::add);
            }
        });
        if (borders.isEmpty() || borders.size() >= MOST_PARTS) {
            return List.of(loop);
        }
        borders.add(turns.getAsLong());
        List<Statement> parts = new ArrayList<>();
        long start = 0;
        for (long end : borders) {
            Part part = new Part(loop.variable(), start);
            List<Statement> body = loop.body().stream().map(part::statement).toList();
            parts.add(new Statement.Loop(loop.variable(), Size.of(end - start), loop.kind(), body));
            start = end;
        }
        return parts;
    }

    /** The first turn at which {@code variable + constant < constant} does not hold; empty for other conditions. */
    private static OptionalLong border(Scalar condition, String variable) {
        if (!(condition instanceof Scalar.Apply apply)
                || apply.function() != Function.LESS
                || !(apply.arguments().get(0) instanceof Scalar.Position position)
                || !(apply.arguments().get(1) instanceof Scalar.Position end)
                || !end.index().terms().isEmpty()) {
            return OptionalLong.empty();
        }
        Index distance = Index.of(end.index().offset()).plus(position.index().times(Size.of(-1)));
        Index turn = distance.plus(Index.variable(variable));
        return turn.terms().isEmpty() ? turn.offset().asConstant() : OptionalLong.empty();
    }

    /** The turns from one on, as a loop's own from 0 on. */
    private record Part(String variable, long start) {
        Statement statement(Statement statement) {
            if (statement instanceof Statement.Define define) {
                return new Statement.Define(define.local(), scalar(define.value()));
            } else if (statement instanceof Statement.Accumulate sum) {
                return new Statement.Accumulate(sum.local(), sum.combine(), scalar(sum.value()));
            } else if (statement instanceof Statement.ArgAccumulate best) {
                return new Statement.ArgAccumulate(
                        best.best(), best.position(), best.largest(), scalar(best.value()), index(best.at()));
            } else if (statement instanceof Statement.Store store) {
                return new Statement.Store(store.buffer(), index(store.at()), scalar(store.value()));
            } else if (statement instanceof Statement.StoreCombined store) {
                return new Statement.StoreCombined(
                        store.buffer(), index(store.at()), store.combine(), scalar(store.value()));
            }
            throw new IllegalArgumentException("not in a loop in lanes: " + statement);
        }

        private Scalar scalar(Scalar scalar) {
            if (scalar instanceof Scalar.Choose choose) {
                OptionalLong border = border(choose.condition(), variable);
                if (border.isPresent()) {
                    return scalar(start < border.getAsLong() ? choose.then() : choose.otherwise());
                }
                return new Scalar.Choose(scalar(choose.condition()), scalar(choose.then()), scalar(choose.otherwise()));
            } else if (scalar instanceof Scalar.Position position) {
                return new Scalar.Position(index(position.index()));
            } else if (scalar instanceof Scalar.Load load) {
                return new Scalar.Load(load.buffer(), index(load.at()));
            } else if (scalar instanceof Scalar.Apply apply) {
                return new Scalar.Apply(
                        apply.function(),
                        apply.arguments().stream().map(this::scalar).toList());
            } else if (scalar instanceof Scalar.Convert convert) {
                return new Scalar.Convert(convert.type(), scalar(convert.value()));
            }
            return scalar;
        }

        private Index index(Index index) {
            Index shifted = Index.of(index.offset());
            for (Index.Term term : index.terms()) {
                shifted = shifted.plus(atom(term.atom()).times(term.factor()));
            }
            return shifted;
        }

        private Index atom(Index.Atom atom) {
            if (atom instanceof Index.LoopVariable loop) {
                return loop.name().equals(variable) ? Index.of(atom).plus(Size.of(start)) : Index.of(atom);
            } else if (atom instanceof Index.Computed computed) {
                return Index.of(new Index.Computed(scalar(computed.value()), computed.bound(), computed.tensor()));
            } else if (atom instanceof Index.Quotient quotient) {
                return index(quotient.dividend()).dividedBy(quotient.divisor());
            }
            Index.Remainder remainder = (Index.Remainder) atom;
            return index(remainder.dividend()).modulo(remainder.divisor());
        }
    }
}
