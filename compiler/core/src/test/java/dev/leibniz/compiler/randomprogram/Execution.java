package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.StateVariable;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generated code at a point; its results have the names that they have in {@link Plans}. */
final class Execution {
    private final Model model;
    private final Network network;
    private final Point point;
    private final int[] sizes;

    Execution(Model model, Network network, Point point) {
        this.model = model;
        this.network = network;
        this.point = point;
        this.sizes = model.sizes().stream()
                .mapToInt(name -> point.sizes().get(name).intValue())
                .toArray();
    }

    private void place() {
        for (int k = 0; k < network.parameters().size(); k++) {
            store(
                    network.parameters().get(k).leaf(),
                    model.parameters(),
                    model.parameterList().get(k));
        }
        for (int k = 0; k < network.states().size(); k++) {
            store(
                    network.states().get(k).leaf(),
                    model.states(),
                    model.stateList().get(k));
        }
        model.setDraws(Point.DRAWS, 0);
    }

    private void store(Value leaf, Object array, Parameter place) {
        double[] data = point.leaves().get((Leaf) leaf.op()).data();
        for (int k = 0; k < data.length; k++) {
            set(array, place.offset() + k, data[k]);
        }
    }

    private static void set(Object array, int at, double value) {
        if (array instanceof float[] floats) {
            floats[at] = (float) value;
        } else if (array instanceof double[] doubles) {
            doubles[at] = value;
        } else {
            ((int[]) array)[at] = (int) value;
        }
    }

    private Object array(String type, int length) {
        return !type.equals("float") ? new int[length] : model.isDouble() ? new double[length] : new float[length];
    }

    private Object[] inputs() {
        Object[] arrays = new Object[network.inputs().size()];
        for (int k = 0; k < arrays.length; k++) {
            double[] data = point.leaves()
                    .get((Leaf) network.inputs().get(k).leaf().op())
                    .data();
            arrays[k] = array(model.inputs().get(k).type(), data.length);
            for (int i = 0; i < data.length; i++) {
                set(arrays[k], i, data[i]);
            }
        }
        return arrays;
    }

    Map<String, Tensor> prediction() {
        place();
        Object[] all = inputs();
        Object[] outputs = new Object[model.outputs().size()];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = array(model.outputs().get(k).type(), Tensor.elements(model.outputShape(k, sizes)));
        }
        model.predict(model.predictionInputs().stream().map(k -> all[k]).toArray(), sizes, outputs);
        Map<String, Tensor> results = new LinkedHashMap<>();
        for (int k = 0; k < outputs.length; k++) {
            results.put("output " + model.outputs().get(k).name(), tensor(model.outputShape(k, sizes), outputs[k], 0));
        }
        double[] evaluated = model.evaluate(all, sizes);
        results.put("loss", Tensor.scalar(evaluated[0]));
        for (int k = 0; k < model.metrics().size(); k++) {
            results.put("metric " + model.metrics().get(k), Tensor.scalar(evaluated[k + 1]));
        }
        return results;
    }

    private static Tensor tensor(int[] shape, Object array, int offset) {
        Tensor tensor = Tensor.zeros(shape);
        for (int k = 0; k < tensor.size(); k++) {
            tensor.data()[k] = Array.getDouble(array, offset + k);
        }
        return tensor;
    }

    private static Tensor tensor(Parameter place, Object array) {
        return tensor(place.shape().stream().mapToInt(n -> n).toArray(), array, place.offset());
    }

    /** The loss and gradients, and what states become if no number is drawn; a step draws anew. */
    Map<String, Tensor> training(boolean draws) {
        place();
        Object gradient = array("float", Array.getLength(model.parameters()));
        Map<String, Tensor> results = new LinkedHashMap<>();
        results.put("loss in training", Tensor.scalar(model.lossAndGradient(inputs(), sizes, gradient)));
        model.parameterList().forEach(p -> results.put("gradient " + p.path(), tensor(p, gradient)));
        place();
        if (!draws && !network.rules().isEmpty()) {
            model.training(sizes).step(inputs(), sizes);
            model.stateList().forEach(s -> results.put("next " + s.path(), tensor(s, model.states())));
            model.parameterList().forEach(p -> results.put("updated " + p.path(), tensor(p, model.parameters())));
        }
        return results;
    }

    /** What the first step of the network's rule makes of parameters, given their gradients. */
    Map<String, Tensor> updated(Map<String, Tensor> results) {
        Map<String, Tensor> updated = new LinkedHashMap<>();
        if (network.rules().isEmpty()) {
            return updated;
        }
        UpdateRule rule = network.rules().get(0);
        for (dev.leibniz.compiler.semantics.Parameter parameter : network.parameters()) {
            Tensor w = point.leaves().get((Leaf) parameter.leaf().op());
            Map<Leaf, Tensor> leaves = new HashMap<>();
            leaves.put((Leaf) rule.w().op(), flat(w));
            leaves.put((Leaf) rule.g().op(), flat(results.get("gradient " + parameter.path())));
            leaves.put((Leaf) rule.step().op(), Tensor.scalar(1));
            for (StateVariable state : rule.states()) {
                leaves.put((Leaf) state.leaf().op(), Tensor.filled(state.initial(), w.size()));
            }
            Map<String, Long> elements = Map.of(UpdateRule.ELEMENTS, (long) w.size());
            List<Tensor> next = new Interpreter(elements, leaves).evaluate(rule.graph(), List.of(rule.nextW()));
            updated.put(
                    "updated " + parameter.path(),
                    new Tensor(w.shape(), next.get(0).data()));
        }
        return updated;
    }

    private static Tensor flat(Tensor tensor) {
        return new Tensor(new int[] {tensor.size()}, Arrays.copyOf(tensor.data(), tensor.size()));
    }
}
