package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.SizeBinding;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.source.Spelling;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.StoredTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The tensors of a file held against what a network takes: free sizes follow, inputs and parameters become arrays. */
final class RunTensors {
    private final String networkName;
    private final NetworkCode network;
    private final String file;
    private final Map<String, StoredTensor> tensors;
    private final SizeBinding binding = new SizeBinding();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Object> arrays = new LinkedHashMap<>();

    private RunTensors(CompiledNetwork network, String file, Map<String, StoredTensor> tensors) {
        this.networkName = network.name();
        this.network = network.code();
        this.file = file;
        this.tensors = tensors;
    }

    /**
     * Finds everything that the network takes.
     *
     * @param file the name to use in messages
     * @param sizes values of sizes that are given otherwise
     * @throws Failure with all that is missing or does not fit
     */
    static RunTensors bind(
            CompiledNetwork compiled, String file, Map<String, StoredTensor> tensors, Map<String, Long> sizes) {
        RunTensors run = new RunTensors(compiled, file, tensors);
        try {
            run.bindAll(sizes);
        } catch (ArithmeticException overflow) {
            run.failures.add(Failure.of(
                    "too-large",
                    "no array is as large as a tensor of " + compiled.name() + " with " + run.binding.values()
                            + " from " + file));
        }
        if (!run.failures.isEmpty()) {
            throw Failure.all(run.failures);
        }
        return run;
    }

    private void bindAll(Map<String, Long> sizes) {
        network.freeSizes().stream().filter(sizes::containsKey).forEach(size -> binding.bind(size, sizes.get(size)));
        bindSizes();
        for (NetworkCode.Argument input : network.inputs()) {
            bind(input.name(), "input", new TensorType(input.type(), input.shape()), true);
        }
        for (NetworkCode.ParameterSlot parameter : network.parameters()) {
            bind(parameter, "parameter");
        }
        for (NetworkCode.StateTensor state : network.states()) {
            bind(state, "state");
        }
        requireSizes();
    }

    private void bindSizes() {
        boolean learnt = true;
        while (learnt) {
            learnt = false;
            for (NetworkCode.Argument input : network.inputs()) {
                StoredTensor tensor = tensors.get(input.name());
                if (tensor != null && tensor.shape().length == input.shape().rank()) {
                    learnt |= binding.learn(input.shape(), dimensions(tensor));
                }
            }
        }
    }

    private void bind(NetworkCode.Kept kept, String what) {
        for (Parameter tensor : Parameter.parse(kept.line())) {
            bind(tensor.path(), what, TensorType.floats(kept.tensor()), false);
        }
    }

    private void bind(String name, String what, TensorType type, boolean required) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            if (required) {
                String[] help = Spelling.closest(name, unused())
                        .map(closest -> new String[] {"it holds `" + closest + "`, is that what was meant?"})
                        .orElse(new String[0]);
                failures.add(Failure.of(
                        "missing-tensor",
                        file + " holds no tensor `" + name + "`, the " + what + " " + type + " of " + networkName,
                        help));
            }
            return;
        }
        Optional<String> contradiction = tensor.shape().length == type.shape().rank()
                ? binding.contradiction(type.shape(), dimensions(tensor))
                : Optional.empty();
        if (!fits(tensor, type.shape()) || contradiction.isPresent()) {
            failures.add(Failure.of(
                    "shape-mismatch",
                    "the " + what + " `" + name + "` is " + type + sizes(type.shape()) + ", but the tensor in " + file
                            + " has shape " + dimensions(tensor)
                            + contradiction.map(why -> ": " + why).orElse("")));
            return;
        }
        try {
            arrays.put(name, array(tensor, type.dtype()));
        } catch (CheckpointException e) {
            failures.add(Failure.of(
                    "type-mismatch",
                    "the " + what + " `" + name + "` is " + type + ", but " + e.getMessage() + " in " + file));
        }
    }

    private Object array(StoredTensor tensor, DType type) throws CheckpointException {
        if (type != DType.FLOAT) {
            return tensor.toInts();
        }
        return network.doublePrecision() ? tensor.toDoubles() : tensor.toFloats();
    }

    private boolean fits(StoredTensor tensor, Shape shape) {
        return tensor.shape().length == shape.rank()
                && binding.evaluate(shape).map(dimensions(tensor)::equals).orElse(true);
    }

    /** What the sizes in a shape are, for messages. */
    private String sizes(Shape shape) {
        Set<String> known = new LinkedHashSet<>();
        shape.sizes().forEach(size -> known.addAll(size.symbols()));
        known.retainAll(binding.values().keySet());
        List<String> texts = known.stream()
                .map(name -> name + " = " + binding.values().get(name))
                .toList();
        return texts.isEmpty() ? "" : " with " + String.join(", ", texts);
    }

    private void requireSizes() {
        for (String size : network.freeSizes()) {
            if (failures.isEmpty() && !binding.values().containsKey(size)) {
                failures.add(Failure.of(
                        "unknown-size",
                        "no tensor in " + file + " tells the size " + size + " of " + networkName,
                        "say it with --size " + size + "=VALUE"));
            } else if (failures.isEmpty()) {
                Math.toIntExact(binding.values().get(size));
            }
        }
    }

    private static List<Long> dimensions(StoredTensor tensor) {
        return LongStream.of(tensor.shape()).boxed().toList();
    }

    /** The tensors that the network has no use for. */
    Set<String> unused() {
        Set<String> unused = new LinkedHashSet<>(tensors.keySet());
        network.inputs().forEach(input -> unused.remove(input.name()));
        Stream.concat(network.parameters().stream(), network.states().stream())
                .flatMap(kept -> Parameter.parse(kept.line()).stream())
                .forEach(tensor -> unused.remove(tensor.path()));
        return unused;
    }

    /** The free sizes in the order of their declaration. */
    int[] sizes() {
        return network.freeSizes().stream()
                .mapToInt(size -> Math.toIntExact(binding.values().get(size)))
                .toArray();
    }

    long[] shape(Shape shape) {
        return binding.evaluate(shape).orElseThrow().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** All inputs in the order of their declaration. */
    Object[] inputs() {
        return network.inputs().stream().map(input -> arrays.get(input.name())).toArray();
    }

    /** The elements of a parameter or state, if the file holds it. */
    Optional<Object> kept(String path) {
        return Optional.ofNullable(arrays.get(path));
    }
}
