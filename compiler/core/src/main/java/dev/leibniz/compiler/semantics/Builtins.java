package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that the language has built in. An operation that programs can call is listed in one of the lists put together here. */
final class Builtins {
    private Builtins() {}

    private static final Map<String, Builtin> ALL = collect();

    private static Map<String, Builtin> collect() {
        List<Builtin> all = new ArrayList<>();
        all.addAll(ElementwiseBuiltins.ALL);
        all.addAll(ReductionBuiltins.ALL);
        all.addAll(ShapeBuiltins.ALL);
        all.addAll(AssemblyBuiltins.ALL);
        all.addAll(WindowBuiltins.ALL);
        all.addAll(Fillings.ALL);
        all.addAll(RandomBuiltins.ALL);
        all.add(Builtin.of("grad", Builtins::gradient, "y", "x"));
        all.add(Builtin.of("identity", call -> call.numeric("x"), "x"));
        all.add(Builtin.of("checkpoint", Checkpoints::apply, "x"));
        Map<String, Builtin> byName = new LinkedHashMap<>();
        all.forEach(builtin -> byName.put(builtin.name(), builtin));
        return byName;
    }

    static Optional<Meaning> find(String name) {
        if (name.equals("none")) {
            return Optional.of(Meaning.NOTHING);
        }
        return Optional.ofNullable(ALL.get(name)).map(Meaning.BuiltIn::new);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.keySet());
        names.add("none");
        return names;
    }

    /** The names of an operation's parameters. */
    static List<String> parameters(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Builtin::formals).orElse(List.of()).stream()
                .map(Formal::name)
                .toList();
    }

    /** The derivative of the sum of y by x, or by each of a list. */
    private static Meaning gradient(Call call) {
        Operand y = call.operand("y");
        if (!(y.meaning() instanceof Meaning.Tensor tensor)) {
            throw call.needs("a tensor to differentiate", y);
        } else if (!tensor.value().type().isFloat()) {
            throw call.fail(new TypeProblems.NotDifferentiable(
                    y.span(), "what `grad` differentiates", tensor.value().type()));
        }
        call.site().rules().limits().requireDerivative(call, tensor.value());
        Operand x = call.operand("x");
        if (x.meaning() instanceof Meaning.Sequence) {
            return new Meaning.Sequence(call.items(x, "tensors").stream()
                    .map(item -> gradient(call, tensor.value(), item))
                    .toList());
        }
        return gradient(call, tensor.value(), x);
    }

    private static Meaning gradient(Call call, Value y, Operand by) {
        if (!(by.meaning() instanceof Meaning.Tensor tensor)) {
            throw call.needs("a tensor to differentiate by", by);
        }
        Value x = tensor.value();
        if (!x.type().isFloat()) {
            throw call.fail(new TypeProblems.NotDifferentiable(by.span(), "what `grad` differentiates by", x.type()));
        }
        if (!call.g().graph().reachable(List.of(y)).contains(x)) {
            String name = by.span().isNone() ? "it" : "`" + by.span().text() + "`";
            call.site().reporter().report(new StructureProblems.IndependentGradient(call.at(), name));
        }
        return new Meaning.Tensor(call.g().gradient(y, x));
    }
}
