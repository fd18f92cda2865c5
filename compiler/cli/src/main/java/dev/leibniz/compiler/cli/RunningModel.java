package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.io.StoredTensor;
import java.util.ArrayList;
import java.util.List;

/** A compiled network as a live object, with the parameters of a file. */
final class RunningModel {
    private final NetworkCode code;
    private final Model model;
    private final RunTensors tensors;

    private RunningModel(NetworkCode code, Model model, RunTensors tensors) {
        this.code = code;
        this.model = model;
        this.tensors = tensors;
    }

    /** Compiles and loads the classes; parameters that the file does not hold are drawn from the seed. */
    static RunningModel start(CompiledNetwork network, RunTensors tensors, long seed, boolean debugNans) {
        Model model = model(network, seed);
        model.setDebugNans(debugNans);
        return of(network, model, tensors);
    }

    /** A model of the network's classes, its parameters overwritten by those of the file. */
    static RunningModel of(CompiledNetwork network, Model model, RunTensors tensors) {
        RunningModel running = new RunningModel(network.code(), model, tensors);
        running.fill();
        return running;
    }

    /** Compiles and loads the classes, with parameters drawn from the seed. */
    static Model model(CompiledNetwork network, long seed) {
        InMemoryJavac javac = InMemoryJavac.ofRuntime().orElseThrow(RunningModel::noCompiler);
        return javac.compile(network.files()).initialise(network.className(), seed);
    }

    static Failure noCompiler() {
        return Failure.usage(
                "java", "running a network needs a JDK, this Java has no compiler", "set JAVA_HOME to a JDK");
    }

    private void fill() {
        code.parameters().forEach(parameter -> fill(parameter, model.parameters()));
        code.states().forEach(state -> fill(state, model.states()));
    }

    private void fill(NetworkCode.Kept kept, Object array) {
        for (Parameter tensor : tensors(kept)) {
            tensors.kept(tensor.path())
                    .ifPresent(values -> System.arraycopy(values, 0, array, tensor.offset(), tensor.length()));
        }
    }

    /** All outputs of one prediction, and the gradients of the parameters if there is a loss. */
    List<StoredTensor> predict() {
        Object[] results = code.outputs().stream()
                .map(output -> array(output.type(), elements(tensors.shape(output.shape()))))
                .toArray();
        Object[] inputs = tensors.inputs();
        Object[] needed =
                model.predictionInputs().stream().map(input -> inputs[input]).toArray();
        model.predict(needed, tensors.sizes(), results);
        List<StoredTensor> stored = new ArrayList<>();
        for (int k = 0; k < results.length; k++) {
            NetworkCode.Result output = code.outputs().get(k);
            stored.add(stored(output.name(), tensors.shape(output.shape()), results[k], 0));
        }
        if (code.train().isPresent()) {
            Object gradient = array(DType.FLOAT, Math.toIntExact(code.parameterCount()));
            model.lossAndGradient(inputs, tensors.sizes(), gradient);
            code.parameters().forEach(parameter -> store("grad.", parameter, gradient, stored));
        }
        return stored;
    }

    /** The losses of some training steps, each before its update, as {@code loss.history}, and the parameters and states after them. */
    List<StoredTensor> train(int steps) {
        Model.Training trainer = model.training(tensors.sizes());
        double[] losses = new double[steps];
        for (int step = 0; step < steps; step++) {
            losses[step] = trainer.step(tensors.inputs(), tensors.sizes());
        }
        List<StoredTensor> stored = new ArrayList<>();
        stored.add(stored("loss.history", new long[] {steps}, rounded(losses), 0));
        code.parameters().forEach(parameter -> store("", parameter, model.parameters(), stored));
        code.states().forEach(state -> store("", state, model.states(), stored));
        return stored;
    }

    private void store(String prefix, NetworkCode.Kept kept, Object array, List<StoredTensor> into) {
        long[] shape = tensors.shape(kept.tensor());
        tensors(kept).forEach(tensor -> into.add(stored(prefix + tensor.path(), shape, array, tensor.offset())));
    }

    /** The tensors on a stack, where they lie in the array of all. */
    private static List<Parameter> tensors(NetworkCode.Kept kept) {
        return Parameter.parse(kept.line()).stream()
                .map(tensor ->
                        new Parameter(tensor.path(), tensor.shape(), Math.toIntExact(kept.offset() + tensor.offset())))
                .toList();
    }

    private Object rounded(double[] values) {
        if (code.doublePrecision()) {
            return values;
        }
        float[] floats = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    private Object array(DType type, int length) {
        if (type != DType.FLOAT) {
            return new int[length];
        }
        return code.doublePrecision() ? new double[length] : new float[length];
    }

    private static StoredTensor stored(String name, long[] shape, Object array, int offset) {
        if (array instanceof float[] floats) {
            return StoredTensor.of(name, shape, floats, offset);
        }
        return array instanceof double[] doubles
                ? StoredTensor.of(name, shape, doubles, offset)
                : StoredTensor.of(name, shape, (int[]) array, offset);
    }

    private static int elements(long[] shape) {
        double elements = 1;
        for (long size : shape) {
            elements *= size;
        }
        return Checks.arrayLength((long) elements);
    }
}
