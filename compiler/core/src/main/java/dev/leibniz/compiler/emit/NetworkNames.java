package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.ClassEndings;
import dev.leibniz.compiler.semantics.GeneratedVariables;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The names of a network's classes, and of what its methods take and give. */
final class NetworkNames {
    /** Methods of generated classes that metrics and hypers must not hide. */
    private static final List<String> METHODS = List.of(
            "initialise",
            "load",
            "copy",
            "save",
            "parameters",
            "parameterCount",
            "parameterList",
            "states",
            "stateList",
            "setDraws",
            "predict",
            "evaluate",
            "lossAndGradient",
            "workspace",
            "trainer",
            "asModel",
            "debugNans",
            "writeReplace",
            "step",
            "accumulate",
            "apply",
            "update",
            "gradient",
            "steps",
            "reserve",
            "written",
            "read",
            "loss");

    /** More named offsets than this would fill a class's table of constants. */
    private static final int MOST_CONSTANTS = 8000;

    private final String packageName;
    private final String name;
    private final Map<Buffer, String> variables = new IdentityHashMap<>();
    private final Map<Buffer, String> offsets = new IdentityHashMap<>();
    private final List<String> metrics = new ArrayList<>();
    private final List<String> hypers = new ArrayList<>();
    private final List<ClassName> updates = new ArrayList<>();
    private boolean hasConstants;

    NetworkNames(NetworkCode code, Sizes sizes) {
        this.packageName = code.packageName();
        this.name = code.name();
        JavaNames names = new JavaNames();
        names.reserve(GeneratedVariables.OF_METHODS);
        names.reserve(sizes.names());
        names.reserve(sizes.turns());
        names.reserve(classes(code));
        code.inputs().forEach(input -> variables.put(input.buffer(), names.take(input.name())));
        code.outputs().forEach(output -> variables.put(output.buffer(), names.take(output.name())));
        nameOffsets(code, names);
        JavaNames methods = new JavaNames();
        methods.reserve(METHODS);
        code.metrics().forEach(metric -> metrics.add(methods.take(metric.name())));
        code.hypers().forEach(hyper -> hypers.add(methods.takeProperty(hyper.name())));
        rules(code).forEach(ending -> updates.add(of(ending)));
    }

    private static List<String> rules(NetworkCode code) {
        return ClassEndings.ofRules(
                code.updates().stream().map(update -> update.name()).toList());
    }

    /** What a network's classes are called: a variable of such a name would hide one. */
    static List<String> classes(NetworkCode code) {
        List<String> classes = new ArrayList<>(List.of(code.name()));
        ClassEndings.FIXED.forEach(ending -> classes.add(code.name() + ending));
        rules(code).forEach(ending -> classes.add(code.name() + ending));
        return classes;
    }

    private void nameOffsets(NetworkCode code, JavaNames names) {
        names.reserve(List.of("KERNELS", "PARAMETER_COUNT", "STATE_COUNT", "ALL"));
        hasConstants = code.parameters().size() + code.states().size() <= MOST_CONSTANTS;
        for (NetworkCode.ParameterSlot slot : code.parameters()) {
            offsets.put(slot.value(), offset(slot, names));
            offsets.put(slot.gradient(), offsets.get(slot.value()));
        }
        for (NetworkCode.StateTensor state : code.states()) {
            offsets.put(state.value(), offset(state, names));
            offsets.put(state.next(), offsets.get(state.value()));
        }
    }

    private String offset(NetworkCode.Kept kept, JavaNames names) {
        return hasConstants ? names.take(JavaNames.constant(kept.path())) : Long.toString(kept.offset());
    }

    private ClassName of(String suffix) {
        return ClassName.get(packageName, name + suffix);
    }

    // -- classes

    ClassName model() {
        return ClassName.get(packageName, name);
    }

    ClassName kernels() {
        return of("Kernels");
    }

    ClassName scalarKernels() {
        return of("ScalarKernels");
    }

    ClassName vectorKernels() {
        return of("VectorKernels");
    }

    ClassName forward() {
        return of("Forward");
    }

    ClassName backward() {
        return of("Backward");
    }

    /** The passes run by several threads. */
    ClassName team() {
        return of("Team");
    }

    /** The passes with a look at all that they compute. */
    ClassName checked() {
        return of("Checked");
    }

    ClassName parameters() {
        return of("Parameters");
    }

    ClassName states() {
        return of("States");
    }

    /** The network seen through the interface that all networks have in common. */
    ClassName adapter() {
        return of("Model");
    }

    ClassName update(int rule) {
        return updates.get(rule);
    }

    ClassName workspace() {
        return model().nestedClass("Workspace");
    }

    ClassName trainer() {
        return model().nestedClass("Trainer");
    }

    ClassName rule() {
        return model().nestedClass("Rule");
    }

    ClassName prediction() {
        return model().nestedClass("Prediction");
    }

    // -- variables and methods

    /** The array of an input or output. */
    String variable(Buffer buffer) {
        return variables.get(buffer);
    }

    /** The constant that says where a parameter and its gradient, or a state, begin; a mere number if there are very many. */
    String offset(Buffer buffer) {
        return offsets.get(buffer);
    }

    boolean hasConstants() {
        return hasConstants;
    }

    String metric(int index) {
        return metrics.get(index);
    }

    String hyper(int index) {
        return hypers.get(index);
    }
}
