package dev.leibniz.compiler.semantics;

import java.util.List;

/** What variables of generated classes are called, whatever is in a network. No other variable has such a name beside them, and no network has it: a variable hides a class. */
public final class GeneratedVariables {
    /** Parameters, fields and variables around kernels. */
    public static final List<String> OF_METHODS = List.of(
            "parameters",
            "states",
            "nextStates",
            "hypers",
            "draws",
            "gradient",
            "workspace",
            "trainer",
            "share",
            "floats",
            "ints",
            "scratch",
            "results",
            "seed",
            "file",
            "rule",
            "net",
            "sizes",
            "inputs",
            "outputs",
            "capacity",
            "loss",
            "i",
            "parameter",
            "steps",
            "step",
            "most",
            "checkpoint",
            "debugsNans",
            "team",
            "workers",
            "holdsPredict",
            "holdsEvaluate",
            "holdsTrain",
            "operation");

    /** Fields of classes, and what kernels take beside buffers. */
    public static final List<String> OF_CLASSES_AND_KERNELS = List.of(
            "from",
            "to",
            "scratch",
            "scratchAt",
            "FLOATS",
            "INTS",
            "KERNELS",
            "PARAMETER_COUNT",
            "STATE_COUNT",
            "HASH",
            "NO_HYPERS",
            "ALL");

    private GeneratedVariables() {}

    static boolean contain(String name) {
        return OF_METHODS.contains(name) || OF_CLASSES_AND_KERNELS.contains(name);
    }
}
