package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayList;
import java.util.List;

/**
 * What all classes of one network are written from.
 *
 * @param sizes the free sizes of the network
 * @param methods the kernels that were called so far
 */
record Emission(NetworkCode code, NetworkNames names, Elements elements, Sizes sizes, KernelMethods methods) {
    static Emission of(NetworkCode code, boolean vectors) {
        Sizes sizes = new Sizes(code.freeSizes());
        Elements elements = new Elements(code.doublePrecision());
        List<String> kernelSizes = new ArrayList<>(code.freeSizes());
        if (!kernelSizes.contains(UpdateRule.ELEMENTS)) {
            kernelSizes.add(UpdateRule.ELEMENTS);
        }
        KernelMethods methods = new KernelMethods(elements, new Sizes(kernelSizes), vectors);
        return new Emission(code, new NetworkNames(code, sizes), elements, sizes, methods);
    }

    /** The array that a buffer is part of, as an expression inside a pass. */
    CodeBlock array(Buffer buffer) {
        return switch (buffer.kind()) {
            case INPUT, OUTPUT -> CodeBlock.of("$L", names.variable(buffer));
            case PARAMETER -> CodeBlock.of("parameters");
            case GRADIENT -> CodeBlock.of("gradient");
            case HYPER -> CodeBlock.of("hypers");
            case RESULT -> CodeBlock.of("results");
            case LOCAL -> CodeBlock.of("scratch");
            case SLOT -> CodeBlock.of(buffer.type() == dev.leibniz.compiler.ir.DType.FLOAT ? "floats" : "ints");
            case STATE -> throw new CompilerBug("a pass uses the state " + buffer);
        };
    }

    /** Where a buffer without a slot begins in its array. */
    String offset(Buffer buffer) {
        return switch (buffer.kind()) {
            case PARAMETER, GRADIENT -> names.offset(buffer);
            default -> buffer.offset().toString();
        };
    }

    boolean trains() {
        return code.train().isPresent();
    }

    boolean isPredicting() {
        return !code.outputs().isEmpty();
    }
}
