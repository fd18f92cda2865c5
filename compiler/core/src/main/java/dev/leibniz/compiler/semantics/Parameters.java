package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The parameters that a network and the instances of layers in it declare. Their paths are known when the network is complete. */
final class Parameters {
    /** A parameter whose leaf still has a provisional name. */
    private static final class Pending {
        private final Place place;
        private final String own;
        private final Initialiser initialiser;
        private final Value leaf;
        private final Span span;
        private final Optional<String> doc;
        private boolean needed;

        Pending(
                Place place,
                String own,
                Initialiser initialiser,
                Value leaf,
                Span span,
                Optional<String> doc,
                boolean needed) {
            this.place = place;
            this.own = own;
            this.initialiser = initialiser;
            this.leaf = leaf;
            this.span = span;
            this.doc = doc;
            this.needed = needed;
        }

        String path() {
            return place.path(own);
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    /** Declares a parameter. One of a layer that its body never reads is not owned. */
    void declare(Statement.Parameter statement, Frame frame, Evaluator evaluator) {
        String name = statement.name().text();
        frame.scope().declare(name, Binding.of(Meaning.ERRONEOUS));
        String what = "the parameter `" + name + "`";
        TensorType type = evaluator.types().declared(statement.type(), what, frame);
        requireFixedFloats(type, what, statement.type().span(), evaluator);
        if (statement.initialiser().isEmpty()) {
            throw evaluator.fail(new StructureProblems.BadInitialiser(
                    statement.name().span(), what + " needs an initialiser, such as `= zeros()`"));
        }
        Initialiser initialiser = initialiser(statement.initialiser().get(), what, type.shape(), frame, evaluator);
        Value leaf = evaluator.builder(statement.span()).leaf(Leaf.Kind.PARAMETER, "parameter " + pending.size(), type);
        Pending declared = new Pending(
                frame.place(),
                name + frame.turn(),
                initialiser,
                leaf,
                statement.span(),
                statement.doc(),
                frame.kind() == Frame.Kind.NETWORK);
        pending.add(declared);
        Binding binding = new Binding(new Meaning.Tensor(leaf), statement.span(), () -> declared.needed = true);
        evaluator.executor().declare(statement.name(), binding, frame.scope());
    }

    /** What is kept from call to call lies in one array of fixed length. */
    static void requireFixedFloats(TensorType type, String what, Span at, Evaluator evaluator) {
        if (!type.isFloat()) {
            throw evaluator.fail(new StructureProblems.ParameterNotFloat(at, what, type));
        } else if (!type.shape().elements().isConstant()) {
            throw evaluator.fail(new ShapeProblems.FreeSizeNotAllowed(at, what, type));
        }
    }

    /** How a tensor of a fixed shape is filled at first. */
    static Initialiser initialiser(Expression expression, String what, Shape shape, Frame frame, Evaluator evaluator) {
        Operand operand = Operators.sound(evaluator.evaluate(expression, frame));
        OptionalDouble constant = Numbers.constant(operand.meaning());
        if (operand.meaning() instanceof Meaning.Filling filling) {
            if (Fillings.needsMatrix(filling.kind()) && shape.rank() < 2) {
                throw evaluator.fail(new StructureProblems.BadInitialiser(
                        operand.span(),
                        "`" + Fillings.spelling(filling.kind()) + "` needs at least two axes, but " + what + " has "
                                + (shape.rank() == 0 ? "none" : "one")));
            }
            return Fillings.initialiser(filling, shape);
        } else if (constant.isPresent()) {
            return Initialiser.constant(constant.getAsDouble());
        }
        Optional<Tensor> tensor = ConstantTensors.of(operand.meaning(), evaluator.builder(expression.span()));
        if (tensor.isEmpty()) {
            throw evaluator.fail(new StructureProblems.BadInitialiser(
                    operand.span(),
                    what + " needs an initialiser or a constant but got " + Descriptions.of(operand.meaning())));
        }
        Shape given =
                Shape.of(Arrays.stream(tensor.get().shape()).asLongStream().toArray());
        if (!given.equals(shape)) {
            throw evaluator.fail(new StructureProblems.BadInitialiser(
                    operand.span(), what + " has the shape " + shape + " but its initial value has " + given));
        }
        return Initialiser.values(tensor.get().data());
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Final names of the leaves of those that are owned, by leaf. */
    Map<Value, String> paths() {
        return pending.stream()
                .filter(parameter -> parameter.needed)
                .collect(Collectors.toMap(parameter -> parameter.leaf, Pending::path, (a, b) -> a, HashMap::new));
    }

    /** Those that are owned, in order, with their leaves in the final graph. */
    List<Parameter> finish(Map<Value, Value> leaves) {
        List<Pending> needed =
                pending.stream().filter(parameter -> parameter.needed).toList();
        List<Parameter> parameters = new ArrayList<>();
        for (Pending parameter : needed) {
            parameters.add(new Parameter(
                    parameter.path(),
                    Ordinal.of(parameters.size()),
                    parameter.leaf.type(),
                    parameter.initialiser,
                    Optional.ofNullable(leaves.get(parameter.leaf)).orElseThrow(),
                    parameter.span,
                    parameter.doc));
        }
        return parameters;
    }
}
