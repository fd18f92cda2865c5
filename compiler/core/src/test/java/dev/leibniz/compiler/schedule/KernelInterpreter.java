package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Distribution;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.runtime.kernel.Functions;
import dev.leibniz.runtime.random.Draws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs plans statement by statement in double, with every access checked: what generated code must do. */
final class KernelInterpreter {
    private final Map<String, Long> sizes;
    private final Map<Buffer, double[]> arrays;
    private final Plan plan;
    private final double[] floats;
    private final double[] ints;
    private final Map<String, Double> locals = new HashMap<>();
    private final Map<String, Long> variables = new HashMap<>();
    private long from;
    private long to;

    KernelInterpreter(Plan plan, Map<String, Long> sizes, Map<Buffer, double[]> arrays) {
        this.plan = plan;
        this.sizes = new HashMap<>(sizes);
        this.arrays = arrays;
        this.floats = new double[(int) size(plan.floats())];
        this.ints = new double[(int) size(plan.ints())];
        java.util.Arrays.fill(floats, Double.NaN);
    }

    /** Runs all kernels, each split into ranges of at most {@code grain} rows where it may be. */
    void run(int grain) {
        run(plan.forward(), grain);
        run(plan.backward(), grain);
    }

    private void run(List<Step> steps, int grain) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                repeat(repeat, grain);
            } else if (step instanceof Kernel kernel) {
                run(kernel, grain);
            }
        }
    }

    private void repeat(Repeat repeat, int grain) {
        long low = size(repeat.low());
        long count = size(repeat.count());
        for (long turn = 0; turn < count; turn++) {
            sizes.put(repeat.variable(), low + (repeat.backwards() ? count - 1 - turn : turn));
            run(repeat.body(), grain);
        }
        sizes.remove(repeat.variable());
    }

    private void run(Kernel kernel, int grain) {
        long rows = kernel.rows().map(this::size).orElse(1L);
        long step = kernel.rows().isPresent() ? grain : 1;
        for (from = 0; from < rows; from += step) {
            to = Math.min(rows, from + step);
            locals.clear();
            arrays.keySet().removeIf(buffer -> buffer.kind() == Buffer.Kind.LOCAL);
            kernel.body().forEach(this::execute);
        }
    }

    private long size(Size size) {
        return size.evaluate(sizes::get);
    }

    private void execute(Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            boolean rows = loop.isOverRows();
            long end = rows ? to : size(loop.extent());
            for (long i = rows ? from : 0; i < end; i++) {
                variables.put(loop.variable(), i);
                loop.body().forEach(this::execute);
            }
            variables.remove(loop.variable());
        } else if (statement instanceof Statement.Define define) {
            locals.put(define.local().name(), value(define.value()));
        } else if (statement instanceof Statement.Accumulator accumulator) {
            locals.put(accumulator.local().name(), accumulator.combine().identity());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            String name = accumulate.local().name();
            locals.put(name, combine(accumulate.combine(), locals.get(name), value(accumulate.value())));
        } else if (statement instanceof Statement.ArgStart start) {
            locals.put(start.best().name(), start.largest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            locals.put(start.position().name(), 0.0);
        } else if (statement instanceof Statement.ArgAccumulate accumulate) {
            double best = locals.get(accumulate.best().name());
            double value = value(accumulate.value());
            boolean better = accumulate.largest() ? value > best : value < best;
            if (!Double.isNaN(best) && (better || Double.isNaN(value))) {
                locals.put(accumulate.best().name(), value);
                locals.put(accumulate.position().name(), (double) index(accumulate.at()));
            }
        } else if (statement instanceof Statement.Store store) {
            set(store.buffer(), index(store.at()), value(store.value()));
        } else if (statement instanceof Statement.StoreCombined store) {
            long at = index(store.at());
            set(store.buffer(), at, combine(store.combine(), get(store.buffer(), at), value(store.value())));
        } else if (statement instanceof Statement.Fill fill) {
            long start = index(fill.from());
            for (long i = 0; i < size(fill.count()); i++) {
                set(fill.buffer(), start + i, fill.value());
            }
        } else if (statement instanceof Statement.Draw draw) {
            draw(draw);
        } else {
            multiply((Statement.Multiply) statement);
        }
    }

    private void draw(Statement.Draw draw) {
        int[] key = new int[Draws.KEY];
        for (int k = 0; k < key.length; k++) {
            key[k] = (int) get(draw.key(), k);
        }
        for (long row = from; row < to; row++) {
            long element = index(draw.first()) + row;
            double number = draw.distribution() == Distribution.UNIFORM
                    ? Draws.uniform(key, 0, (int) index(draw.number()), element)
                    : Draws.normal(key, 0, (int) index(draw.number()), element);
            set(draw.into(), index(draw.at()) + row, number);
        }
    }

    private void multiply(Statement.Multiply product) {
        long first = product.rowsSplit() ? from : 0;
        long last = product.rowsSplit() ? to : size(product.m());
        for (long i = first; i < last; i++) {
            for (long j = 0; j < size(product.n()); j++) {
                long at = at(product.c(), i, j);
                double sum = product.accumulate() ? get(product.c().buffer(), at) : 0;
                for (long k = 0; k < size(product.k()); k++) {
                    sum += get(product.a().buffer(), at(product.a(), i, k))
                            * get(product.b().buffer(), at(product.b(), k, j));
                }
                set(product.c().buffer(), at, sum);
            }
        }
    }

    private long at(Statement.Matrix matrix, long row, long column) {
        return index(matrix.origin()) + offset(matrix.rows(), row) + offset(matrix.columns(), column);
    }

    private long offset(List<Statement.Axis> axes, long position) {
        long offset = 0;
        long left = position;
        for (int k = axes.size() - 1; k >= 0; k--) {
            long size = k == 0 ? left + 1 : size(axes.get(k).size());
            offset += left % size * size(axes.get(k).stride());
            left /= size;
        }
        return offset;
    }

    private long index(Index index) {
        long sum = size(index.offset());
        for (Index.Term term : index.terms()) {
            sum += size(term.factor()) * atom(term.atom());
        }
        return sum;
    }

    private long atom(Index.Atom atom) {
        if (atom instanceof Index.LoopVariable loop) {
            return variables.get(loop.name());
        } else if (atom instanceof Index.Computed computed) {
            return (long) value(computed.value());
        } else if (atom instanceof Index.Quotient quotient) {
            return Math.floorDiv(index(quotient.dividend()), size(quotient.divisor()));
        }
        Index.Remainder remainder = (Index.Remainder) atom;
        return Math.floorMod(index(remainder.dividend()), size(remainder.divisor()));
    }

    private double get(Buffer buffer, long at) {
        return array(buffer)[position(buffer, at)];
    }

    private void set(Buffer buffer, long at, double value) {
        array(buffer)[position(buffer, at)] = value;
    }

    private double[] array(Buffer buffer) {
        if (buffer.kind() == Buffer.Kind.LOCAL) {
            return arrays.computeIfAbsent(buffer, this::unset);
        } else if (buffer.kind() != Buffer.Kind.SLOT) {
            return arrays.computeIfAbsent(buffer, b -> new double[(int) size(b.elements())]);
        }
        return buffer.type() == dev.leibniz.compiler.ir.DType.FLOAT ? floats : ints;
    }

    private double[] unset(Buffer buffer) {
        double[] array = new double[(int) size(buffer.elements())];
        java.util.Arrays.fill(array, Double.NaN);
        return array;
    }

    private int position(Buffer buffer, long at) {
        if (at < 0 || at >= size(buffer.elements())) {
            throw new IndexOutOfBoundsException(buffer + "[" + at + "] of " + size(buffer.elements()));
        }
        return (int)
                (at + (buffer.kind() == Buffer.Kind.SLOT ? size(plan.slots().get(buffer)) : 0));
    }

    private double value(Scalar scalar) {
        if (scalar instanceof Scalar.Literal literal) {
            return literal.value();
        } else if (scalar instanceof Scalar.Position position) {
            return index(position.index());
        } else if (scalar instanceof Scalar.Load load) {
            return get(load.buffer(), index(load.at()));
        } else if (scalar instanceof Scalar.Local local) {
            return locals.get(local.name());
        } else if (scalar instanceof Scalar.Choose choose) {
            return value(value(choose.condition()) != 0 ? choose.then() : choose.otherwise());
        } else if (scalar instanceof Scalar.Convert convert) {
            return value(convert.value());
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        List<Scalar> arguments = apply.arguments();
        double x = value(arguments.get(0));
        return apply.function().arity() == 1
                ? unary(apply.function(), x)
                : binary(apply.function(), x, value(arguments.get(1)));
    }

    private static double combine(Combine combine, double a, double b) {
        return binary(combine.function(), a, b);
    }

    private static double unary(Function function, double x) {
        return switch (function) {
            case NEGATE -> -x;
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case LOG1P -> Math.log1p(x);
            case EXPM1 -> Math.expm1(x);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case FLOOR -> Math.floor(x);
            case ROUND -> Math.rint(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> Functions.sigmoid(x);
            case ERF -> Functions.erf(x);
            case NOT -> x == 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(function + " has two operands");
        };
    }

    private static double binary(Function function, double a, double b) {
        return switch (function) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> Math.pow(a, b);
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case EQUAL -> a == b ? 1 : 0;
            case NOT_EQUAL -> a != b ? 1 : 0;
            case LESS -> a < b ? 1 : 0;
            case LESS_EQUAL -> a <= b ? 1 : 0;
            case GREATER -> a > b ? 1 : 0;
            case GREATER_EQUAL -> a >= b ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(function + " has one operand");
        };
    }
}
