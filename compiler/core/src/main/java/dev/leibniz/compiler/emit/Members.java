package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of a network are called in its classes: inputs, outputs, sizes, offsets of parameters, hypers and metrics. */
final class Members {
    /** An array that methods take. */
    record ArrayOf(TypeName type, String name) {}

    private static final String[] RESERVED = {
        "parameters", "gradient", "hypers", "kernels", "workspace", "results", "scratch", "floats", "ints", "seed", "path",
        "predict", "evaluate", "initialise", "load", "save", "trainer", "step", "accumulate", "apply", "loss", "training", "rule"
    };

    private final NetworkCode code;
    private final NetworkNames names;
    private final Elements elements;
    private final Map<Buffer, String> arguments = new LinkedHashMap<>();
    private final Map<Buffer, String> constants = new LinkedHashMap<>();
    private final Map<String, String> sizes = new LinkedHashMap<>();
    private final Map<String, String> hypers = new LinkedHashMap<>();
    private final Map<String, String> metrics = new LinkedHashMap<>();

    Members(NetworkCode code, NetworkNames names, Elements elements) {
        this.code = code;
        this.names = names;
        this.elements = elements;
        JavaNames taken = new JavaNames(RESERVED);
        code.freeSizes().forEach(size -> sizes.put(size, taken.take(size)));
        code.inputs().forEach(input -> arguments.put(input.buffer(), taken.take(input.name())));
        code.outputs().forEach(output -> arguments.put(output.buffer(), taken.take(output.name())));
        JavaNames fields = new JavaNames("PARAMETER_COUNT", "KERNELS", "HASH");
        for (NetworkCode.ParameterSlot parameter : code.parameters()) {
            String constant = fields.take(JavaNames.constant(parameter.path()));
            constants.put(parameter.value(), constant);
            constants.put(parameter.gradient(), constant);
        }
        JavaNames methods = new JavaNames(RESERVED);
        code.hypers().forEach(hyper -> hypers.put(hyper.name(), methods.take(hyper.name())));
        code.metrics().forEach(metric -> metrics.put(metric, methods.take(metric)));
    }

    /** Names for local variables beside the arrays and sizes. */
    JavaNames locals() {
        JavaNames locals = new JavaNames(RESERVED);
        sizes.values().forEach(locals::take);
        arguments.values().forEach(locals::take);
        return locals;
    }

    String size(String name) {
        return sizes.get(name);
    }

    /** A size as an int expression in the Java names of free sizes. */
    CodeBlock sized(Size size) {
        Size renamed = size;
        for (Map.Entry<String, String> name : sizes.entrySet()) {
            renamed = renamed.substitute(name.getKey(), Size.symbol(name.getValue()));
        }
        return CodeBlock.of("$L", renamed);
    }

    String argument(Buffer buffer) {
        return arguments.get(buffer);
    }

    /** The constant that holds a parameter's offset. */
    String constant(NetworkCode.ParameterSlot parameter) {
        return constants.get(parameter.value());
    }

    String hyper(NetworkCode.HyperSlot hyper) {
        return hypers.get(hyper.name());
    }

    String metric(String metric) {
        return metrics.get(metric);
    }

    /** The array in which a buffer lies, as an expression. */
    CodeBlock array(Buffer buffer) {
        return switch (buffer.kind()) {
            case INPUT, OUTPUT -> CodeBlock.of("$L", arguments.get(buffer));
            case PARAMETER -> CodeBlock.of("parameters");
            case GRADIENT -> CodeBlock.of("gradient");
            case HYPER -> CodeBlock.of("hypers");
            case RESULT -> CodeBlock.of("workspace.results");
            case SLOT -> CodeBlock.of(buffer.type() == dev.leibniz.compiler.ir.DType.FLOAT ? "workspace.floats" : "workspace.ints");
            case STATE -> CodeBlock.of("states");
        };
    }

    /** Where a buffer begins in its array; not for slots. */
    CodeBlock offset(Buffer buffer) {
        return switch (buffer.kind()) {
            case INPUT, OUTPUT -> CodeBlock.of("0");
            case PARAMETER, GRADIENT -> CodeBlock.of("$T.$L", names.model(), constants.get(buffer));
            default -> CodeBlock.of("$L", buffer.offset());
        };
    }

    /** The arrays of the caller's that buffers lie in, in a fixed order. */
    List<ArrayOf> arrays(Set<Buffer> touched) {
        List<ArrayOf> arrays = new ArrayList<>();
        addIf(touched, Buffer.Kind.PARAMETER, "parameters", arrays);
        addIf(touched, Buffer.Kind.GRADIENT, "gradient", arrays);
        addIf(touched, Buffer.Kind.HYPER, "hypers", arrays);
        for (Map.Entry<Buffer, String> argument : arguments.entrySet()) {
            if (touched.contains(argument.getKey())) {
                arrays.add(new ArrayOf(elements.array(argument.getKey().type()), argument.getValue()));
            }
        }
        return arrays;
    }

    private void addIf(Set<Buffer> touched, Buffer.Kind kind, String name, List<ArrayOf> arrays) {
        if (touched.stream().anyMatch(buffer -> buffer.kind() == kind)) {
            arrays.add(new ArrayOf(elements.array(), name));
        }
    }

    NetworkCode code() {
        return code;
    }
}
