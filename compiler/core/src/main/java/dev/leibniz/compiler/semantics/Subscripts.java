package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Indexing and slicing of tensors. Known indices are checked here; where that takes the value of a free size, a requirement is left for run time. */
final class Subscripts {
    /** An evaluated entry between the brackets. */
    sealed interface Entry {
        Span span();

        record Position(Operand index) implements Entry {
            @Override
            public Span span() {
                return index.span();
            }
        }

        record Slice(Optional<Operand> from, Optional<Operand> to, Span span) implements Entry {}

        record Ellipsis(Span span) implements Entry {}
    }

    private final Reporter reporter;
    private final Requirements requirements;

    Subscripts(Reporter reporter, Requirements requirements) {
        this.reporter = reporter;
        this.requirements = requirements;
    }

    Meaning apply(Operand target, List<Entry> entries, Span at, Builder g) {
        Meaning meaning = Operators.sound(target).meaning();
        if (meaning instanceof Meaning.Sequence sequence) {
            return item(target, sequence, entries, at);
        } else if (!(meaning instanceof Meaning.Tensor tensor)) {
            throw reporter.fail(new TypeProblems.Needs(at, "indexing", "a tensor or list", target, List.of()));
        } else {
            return new Meaning.Tensor(apply(target, tensor.value(), entries, at, g));
        }
    }

    private Meaning item(Operand target, Meaning.Sequence sequence, List<Entry> entries, Span at) {
        int count = sequence.items().size();
        if (entries.size() != 1 || !(entries.get(0) instanceof Entry.Position position)) {
            throw reporter.fail(new TypeProblems.Needs(at, "a list", "one int as index", target, List.of()));
        }
        Optional<Size> index = Numbers.size(Operators.sound(position.index()).meaning());
        if (index.isEmpty() || !index.get().isConstant()) {
            throw reporter.fail(new TypeProblems.NotConstant(position.span(), "the index of a list", position.index()));
        }
        long i = index.get().constant();
        if (i < -count || i >= count) {
            throw reporter.fail(
                    new ShapeProblems.IndexOutOfBounds(position.span(), index.get(), 0, Size.of(count), target));
        }
        return sequence.items().get((int) (i < 0 ? i + count : i));
    }

    private Value apply(Operand target, Value x, List<Entry> entries, Span at, Builder g) {
        int rank = x.shape().rank();
        long ellipses =
                entries.stream().filter(Entry.Ellipsis.class::isInstance).count();
        int given = (int) (entries.size() - ellipses);
        if (given > rank || ellipses > 1) {
            throw reporter.fail(
                    ellipses > 1
                            ? new TypeProblems.BadValue(at, "an index may have `...` once", "has it more often")
                            : new ShapeProblems.TooManyIndices(at, given, target));
        }
        Value result = x;
        int axis = 0;
        boolean gathered = false;
        for (Entry entry : entries) {
            if (entry instanceof Entry.Ellipsis) {
                axis += rank - given;
            } else if (entry instanceof Entry.Slice slice) {
                result = slice(target, result, slice, axis, g);
                axis++;
            } else if (entry instanceof Entry.Position position) {
                Optional<Size> known =
                        Numbers.size(Operators.sound(position.index()).meaning());
                if (known.isPresent()) {
                    result = pick(target, result, known.get(), position.span(), axis, g);
                } else {
                    Value ids = ids(position.index());
                    if (gathered && ids.shape().rank() > 0) {
                        throw reporter.fail(new StructureProblems.NotSupportedYet(
                                position.span(), "indexing by several tensors at once"));
                    }
                    gathered |= ids.shape().rank() > 0;
                    result = gather(result, ids, axis, g);
                    axis += ids.shape().rank();
                }
            }
        }
        return result;
    }

    private Value ids(Operand index) {
        if (!(index.meaning() instanceof Meaning.Tensor tensor)
                || tensor.value().type().dtype() != DType.INT) {
            throw reporter.fail(new TypeProblems.IndexNotInt(index));
        }
        return tensor.value();
    }

    /** One position of an axis, which goes away. */
    private Value pick(Operand target, Value x, Size index, Span at, int axis, Builder g) {
        Size bound = x.shape().get(axis);
        boolean fromEnd = index.isConstant() && index.constant() < 0;
        Size start = fromEnd ? bound.plus(index) : index;
        ShapeProblems.IndexOutOfBounds problem = new ShapeProblems.IndexOutOfBounds(at, index, axis, bound, target);
        require(start, problem, at);
        require(bound.minus(start).plus(-1), problem, at);
        return g.reshape(g.slice(x, axis, start, Size.ONE, 1), x.shape().without(axis));
    }

    private void require(Size notNegative, ShapeProblems.IndexOutOfBounds problem, Span at) {
        if (!requirements.notNegative(notNegative, problem.message(), reporter.visible(at))) {
            throw reporter.fail(problem);
        }
    }

    private Value slice(Operand target, Value x, Entry.Slice slice, int axis, Builder g) {
        Size bound = x.shape().get(axis);
        Size from = slice.from().map(operand -> border(operand, bound)).orElse(Size.ZERO);
        Size to = slice.to().map(operand -> border(operand, bound)).orElse(bound);
        Span at = slice.span();
        require(from, new ShapeProblems.IndexOutOfBounds(at, from, axis, bound, target), at);
        require(bound.minus(to), new ShapeProblems.IndexOutOfBounds(at, to, axis, bound, target), at);
        Size count = to.minus(from);
        ShapeProblems.EmptySlice empty = new ShapeProblems.EmptySlice(at, from, to);
        if (!requirements.notNegative(count.plus(-1), empty.diagnostic().message(), reporter.visible(at))) {
            throw reporter.fail(empty);
        }
        return g.slice(x, axis, from, count, 1);
    }

    private Size border(Operand operand, Size bound) {
        Meaning meaning = Operators.sound(operand).meaning();
        Optional<Size> size = Numbers.size(meaning);
        if (size.isEmpty()) {
            throw reporter.fail(
                    meaning instanceof Meaning.Ratio ratio
                            ? new ShapeProblems.InexactDivision(operand.span(), ratio.dividend(), ratio.divisor())
                            : new TypeProblems.NotConstant(operand.span(), "a border of a slice", operand));
        }
        boolean fromEnd = size.get().isConstant() && size.get().constant() < 0;
        return fromEnd ? bound.plus(size.get()) : size.get();
    }

    /** The axis replaced by the axes of ids. */
    private static Value gather(Value x, Value ids, int axis, Builder g) {
        int rank = x.shape().rank();
        List<Integer> first = new ArrayList<>(List.of(axis));
        IntStream.range(0, rank).filter(i -> i != axis).forEach(first::add);
        Value gathered = g.gather(g.permute(x, first), ids);
        int wide = ids.shape().rank();
        List<Integer> back = new ArrayList<>();
        IntStream.range(wide, wide + axis).forEach(back::add);
        IntStream.range(0, wide).forEach(back::add);
        IntStream.range(wide + axis, wide + rank - 1).forEach(back::add);
        return g.permute(gathered, back);
    }
}
