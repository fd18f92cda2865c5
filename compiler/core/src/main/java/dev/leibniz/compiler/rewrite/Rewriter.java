package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Program result = program;
        boolean changed = true;
        for (int sweep = 0; changed; sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new CompilerBug("phase " + phase + " does not end");
            }
            Fired fired = new Fired(listener);
            result = sweep(result, fired);
            changed = fired.any;
        }
        Verifier.verify(phase, result);
        return result;
    }

    /** One walk over all values. Another may find more: values lose users on the way. */
    private Program sweep(Program program, Fired fired) {
        List<Value> values = program.graph().reachable(program.roots());
        Graph working = new Graph();
        Normaliser normaliser = new Normaliser(working, rules, fired, values.size());
        Map<Value, Integer> users = users(program, values);
        Map<Value, Value> images = new HashMap<>();
        for (Value value : values) {
            List<Value> operands =
                    value.op().operands().stream().map(images::get).toList();
            Value copy = working.add(value.op().withOperands(operands), value.origin());
            Value image = normaliser.normalForm(copy);
            normaliser.addUsers(image, users.getOrDefault(value, 0));
            images.put(value, image);
            program.graph()
                    .nameOf(value)
                    .filter(name -> isNameable(image))
                    .ifPresent(name -> working.name(image, name));
        }
        return compact(working, program.roots().stream().map(images::get).toList());
    }

    /** Remembers whether any rule was applied. */
    private static final class Fired implements Consumer<Firing> {
        private final Consumer<Firing> next;
        private boolean any;

        Fired(Consumer<Firing> next) {
            this.next = next;
        }

        @Override
        public void accept(Firing firing) {
            any = true;
            next.accept(firing);
        }
    }

    private static Map<Value, Integer> users(Program program, List<Value> values) {
        Map<Value, Integer> users = new HashMap<>();
        values.forEach(value -> value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum)));
        program.roots().forEach(root -> users.merge(root, 1, Integer::sum));
        return users;
    }

    /** Leaves have their own names, and a constant stands for every equal one. */
    private static boolean isNameable(Value value) {
        return !(value.op() instanceof Constant || value.op() instanceof Leaf || value.op() instanceof SizeOf);
    }

    private static Program compact(Graph working, List<Value> roots) {
        Graph compact = new Graph();
        return new Program(compact, new Copier(working, compact).copy(roots));
    }
}
