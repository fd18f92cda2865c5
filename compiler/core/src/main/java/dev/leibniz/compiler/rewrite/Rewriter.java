package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Applies a list of rules until none applies any more; of two that apply to a value the one earlier in the list wins. */
public final class Rewriter {
    private static final int MOST_SWEEPS = 100;

    private final String phase;
    private final List<Rule> rules;
    private final Consumer<Firing> listener;

    /**
     * @param phase how the phase is called in reports
     * @param listener hears of every application of a rule, in order
     */
    public Rewriter(String phase, List<Rule> rules, Consumer<Firing> listener) {
        this.phase = phase;
        this.rules = List.copyOf(rules);
        this.listener = listener;
    }

    public Rewriter(String phase, List<Rule> rules) {
        this(phase, rules, firing -> {});
    }

    /** The program in normal form, in a graph of its own that holds nothing else; names and origins are those of the values it came from. */
    public Program rewrite(Program program) {
        Program current = program;
        boolean mayFindMore = true;
        for (int sweep = 0; mayFindMore; sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new CompilerBug("phase " + phase + " does not end");
            }
            List<Value> values = current.graph().reachable(current.roots());
            Normaliser normaliser = new Normaliser(phase, new Graph(), rules, listener, values.size());
            current = sweep(current, values, normaliser);
            mayFindMore = normaliser.mayFindMore();
        }
        Graph compact = new Graph();
        return new Program(compact, new Copier(current.graph(), compact).copy(current.roots()));
    }

    /** One walk over the values that are needed, operands first. */
    private static Program sweep(Program program, List<Value> values, Normaliser normaliser) {
        Graph working = normaliser.graph();
        int[] users = users(program);
        ById<Value> images = new ById<>();
        for (Value value : values) {
            List<Value> operands = images(value.op().operands(), images);
            Value copy = operands.isEmpty()
                    ? working.add(value.op(), value.origin())
                    : working.add(value.op().withOperands(operands), value.origin());
            Value image = normaliser.normalForm(copy);
            normaliser.addUsers(image, users[value.id()]);
            images.put(value, image);
            program.graph()
                    .nameOf(value)
                    .filter(name -> isNameable(image))
                    .ifPresent(name -> working.name(image, name));
        }
        return new Program(working, images(program.roots(), images));
    }

    private static List<Value> images(List<Value> values, ById<Value> images) {
        List<Value> found = new ArrayList<>(values.size());
        values.forEach(value -> found.add(Objects.requireNonNull(images.get(value))));
        return found;
    }

    /** How often each value is an operand or a root, by id. */
    private static int[] users(Program program) {
        int[] users = new int[program.graph().values().size()];
        program.graph()
                .reachable(program.roots())
                .forEach(value -> value.op().operands().forEach(operand -> users[operand.id()]++));
        program.roots().forEach(root -> users[root.id()]++);
        return users;
    }

    /** Leaves have their own names, and a constant stands for every equal one. */
    private static boolean isNameable(Value value) {
        return !(value.op() instanceof Constant || value.op() instanceof Leaf || value.op() instanceof SizeOf);
    }
}
