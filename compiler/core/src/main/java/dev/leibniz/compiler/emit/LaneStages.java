package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop in lanes cut where it applies the longer functions: each stage is a loop that leaves their arguments in blocks of scratch memory,
 * followed by the functions, each of them over a whole block, and so are sums of their results. C2 inlines about one such function into a method and allocates
 * vectors after that.
 */
final class LaneStages {
    /** Elements in a block: few enough for the first-level cache, a multiple of any vector's lanes. */
    static final int BLOCK = 256;

    private static final int MOST_LANES = 64;

    /** A function of the first block, in place; the others hold a second argument or are spare. */
    record Pass(Function function, List<Buffer> blocks) {}

    /** A sum over a block, to which it is added. */
    record Sum(Scalar.Local local, Buffer block) {}

    /** One loop's body, and the sums and functions that follow it. */
    record Stage(List<Statement> body, List<Sum> sums, List<Pass> passes) {}

    private final String variable;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Buffer> blocks = new ArrayList<>();
    private final Map<Scalar, Scalar> results = new HashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<Buffer, Integer> stored = new HashMap<>();
    private final Map<String, Statement.Define> definitions = new LinkedHashMap<>();
    private final Map<String, Scalar> kept = new HashMap<>();
    private int latest;

    private LaneStages(Statement.Loop loop) {
        this.variable = loop.variable();
        loop.body().forEach(this::statement);
        for (int stage = 1; stage < stages.size(); stage++) {
            bringIn(stage);
        }
    }

    static LaneStages of(Statement.Loop loop) {
        return new LaneStages(loop);
    }

    /** Elements of scratch memory that statements need for blocks, and to sum the lanes of a vector. */
    static int scratch(List<Statement> statements) {
        int most = 0;
        for (Statement statement : statements) {
            if (statement instanceof Statement.Loop loop) {
                boolean lanes = loop.isInLanes() && Vectorisable.test(loop);
                most = Math.max(most, lanes ? scratch(loop) : scratch(loop.body()));
            }
        }
        return most;
    }

    private static int scratch(Statement.Loop loop) {
        boolean sums = loop.body().stream()
                .anyMatch(statement -> statement instanceof Statement.Accumulate sum && sum.combine() == Combine.SUM);
        return of(loop).blocks.size() * BLOCK + (sums ? MOST_LANES : 0);
    }

    List<Stage> stages() {
        return stages;
    }

    /** The blocks of scratch memory, in their order there. */
    List<Buffer> blocks() {
        return blocks;
    }

    // -- stages

    private Stage stage(int level) {
        while (stages.size() <= level) {
            stages.add(new Stage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        return stages.get(level);
    }

    private Scalar.Load block() {
        Size size = Size.of(BLOCK);
        Buffer block = new Buffer("block", Buffer.Kind.SLOT, DType.FLOAT, size, Size.ZERO);
        blocks.add(block);
        return new Scalar.Load(block, Index.variable(variable));
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Define define) {
            int level = level(define.value());
            Statement.Define rewritten = new Statement.Define(define.local(), rewrite(define.value()));
            definitions.put(define.local().name(), rewritten);
            levels.put(define.local().name(), level);
            add(level, rewritten);
        } else if (statement instanceof Statement.Accumulate sum) {
            accumulate(sum);
        } else if (statement instanceof Statement.Store store) {
            int level = Math.max(latest, level(store.value()));
            add(level, new Statement.Store(store.buffer(), store.at(), rewrite(store.value())));
            storedAt(level, store.buffer());
        } else {
            Statement.StoreCombined store = (Statement.StoreCombined) statement;
            int level = Math.max(latest, level(store.value()));
            add(
                    level,
                    new Statement.StoreCombined(store.buffer(), store.at(), store.combine(), rewrite(store.value())));
            storedAt(level, store.buffer());
        }
    }

    private void accumulate(Statement.Accumulate sum) {
        int level = level(sum.value());
        Scalar value = rewrite(sum.value());
        Optional<Buffer> block = sum.combine() == Combine.SUM ? blockOf(value) : Optional.empty();
        if (block.isPresent()) {
            stage(level).sums().add(new Sum(sum.local(), block.get()));
        } else {
            add(level, new Statement.Accumulate(sum.local(), sum.combine(), value));
        }
    }

    /** The block that already holds the value of each turn. */
    private Optional<Buffer> blockOf(Scalar value) {
        if (value instanceof Scalar.Local local && definitions.containsKey(local.name())) {
            return blockOf(definitions.get(local.name()).value());
        }
        return value instanceof Scalar.Load load && blocks.contains(load.buffer())
                ? Optional.of(load.buffer())
                : Optional.empty();
    }

    private void storedAt(int level, Buffer buffer) {
        stored.put(buffer, level);
        results.keySet().removeIf(scalar -> loads(scalar, buffer));
    }

    private static boolean loads(Scalar scalar, Buffer buffer) {
        return scalar instanceof Scalar.Load load && load.buffer() == buffer
                || operands(scalar).stream().anyMatch(operand -> loads(operand, buffer));
    }

    private void add(int level, Statement statement) {
        stage(level).body().add(statement);
        latest = Math.max(latest, level);
    }

    /** The first stage in which the value can be had: no load is moved before a store into what it reads. */
    private int level(Scalar scalar) {
        if (!scalar.dependsOn(variable)) {
            return 0;
        } else if (scalar instanceof Scalar.Load load) {
            return stored.getOrDefault(load.buffer(), 0);
        } else if (scalar instanceof Scalar.Local local) {
            return levels.getOrDefault(local.name(), 0);
        }
        int level = 0;
        for (Scalar operand : operands(scalar)) {
            level = Math.max(level, level(operand));
        }
        return isLong(scalar) ? level + 1 : level;
    }

    private static boolean isLong(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply
                && switch (apply.function()) {
                    case SIGN, FLOOR, ROUND -> true;
                    default -> apply.function().isExpensive();
                };
    }

    private static boolean needsSpare(Function function) {
        return function == Function.TANH || function == Function.SIGMOID || function == Function.ERF;
    }

    private static List<Scalar> operands(Scalar scalar) {
        if (scalar instanceof Scalar.Apply apply) {
            return apply.arguments();
        } else if (scalar instanceof Scalar.Choose choose) {
            return List.of(choose.condition(), choose.then(), choose.otherwise());
        } else if (scalar instanceof Scalar.Convert convert) {
            return List.of(convert.value());
        }
        return List.of();
    }

    /** The value with a block's element in place of each longer function. */
    private Scalar rewrite(Scalar scalar) {
        if (!scalar.dependsOn(variable)) {
            return scalar;
        } else if (isLong(scalar)) {
            Scalar known = results.get(scalar);
            if (known == null) {
                known = pass((Scalar.Apply) scalar);
                results.put(scalar, known);
            }
            return known;
        } else if (scalar instanceof Scalar.Apply apply) {
            return new Scalar.Apply(
                    apply.function(),
                    apply.arguments().stream().map(this::rewrite).toList());
        } else if (scalar instanceof Scalar.Choose choose) {
            return new Scalar.Choose(rewrite(choose.condition()), rewrite(choose.then()), rewrite(choose.otherwise()));
        } else if (scalar instanceof Scalar.Convert convert) {
            return new Scalar.Convert(convert.type(), rewrite(convert.value()));
        }
        return scalar;
    }

    private Scalar pass(Scalar.Apply apply) {
        int level = level(apply) - 1;
        List<Buffer> filled = new ArrayList<>();
        for (Scalar argument : apply.arguments()) {
            Scalar value = rewrite(argument);
            Scalar.Load block = block();
            add(level, new Statement.Store(block.buffer(), block.at(), value));
            filled.add(block.buffer());
        }
        stage(level + 1);
        Buffer result = filled.get(0);
        if (needsSpare(apply.function())) {
            filled.add(block().buffer());
        }
        stage(level).passes().add(new Pass(apply.function(), filled));
        return new Scalar.Load(result, Index.variable(variable));
    }

    // -- locals of earlier stages

    private void bringIn(int stage) {
        List<Statement> body = stages.get(stage).body();
        List<Statement> brought = new ArrayList<>();
        Set<String> here = new LinkedHashSet<>();
        Walk.scalars(body, scalar -> {
            if (scalar instanceof Scalar.Local local) {
                bring(local, stage, here, brought);
            }
        });
        body.addAll(0, brought);
    }

    /** Numbers are kept in a block; what is not a number, or was read from one, is had again. */
    private void bring(Scalar.Local local, int stage, Set<String> here, List<Statement> brought) {
        Statement.Define definition = definitions.get(local.name());
        if (definition == null || levels.get(local.name()) == stage || !here.add(local.name())) {
            return;
        }
        boolean again = local.type() != DType.FLOAT
                || (definition.value() instanceof Scalar.Load load && blocks.contains(load.buffer()));
        if (!again) {
            brought.add(new Statement.Define(local, kept.computeIfAbsent(local.name(), name -> keep(definition))));
            return;
        }
        Walk.scalars(List.of(definition), scalar -> {
            if (scalar instanceof Scalar.Local other && !other.name().equals(local.name())) {
                bring(other, stage, here, brought);
            }
        });
        brought.add(definition);
    }

    private Scalar keep(Statement.Define definition) {
        Scalar.Load block = block();
        List<Statement> body = stages.get(levels.get(definition.local().name())).body();
        body.add(body.indexOf(definition) + 1, new Statement.Store(block.buffer(), block.at(), definition.local()));
        return block;
    }
}
