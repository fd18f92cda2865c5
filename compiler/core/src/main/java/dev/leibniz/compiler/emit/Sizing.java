package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How calls bind the free sizes: from the lengths of the arrays passed if each size scales one of them, else as int arguments in front. */
final class Sizing {
    private final NetworkCode code;
    private final Members members;
    private final Elements elements;
    private final boolean explicit;

    Sizing(NetworkCode code, Members members, Elements elements) {
        this.code = code;
        this.members = members;
        this.elements = elements;
        this.explicit = !found(predicted()) || (code.train().isPresent() && !found(code.inputs()));
    }

    /** The inputs that prediction takes. */
    List<NetworkCode.Argument> predicted() {
        return code.inputs().stream().filter(NetworkCode.Argument::predicts).toList();
    }

    private boolean found(List<NetworkCode.Argument> inputs) {
        return code.freeSizes().stream().allMatch(size -> scaled(size, inputs).isPresent());
    }

    /** The first input whose length is a constant times the size. */
    private static Optional<NetworkCode.Argument> scaled(String size, List<NetworkCode.Argument> inputs) {
        return inputs.stream()
                .filter(input -> input.shape()
                        .elements()
                        .dividedBy(Size.symbol(size))
                        .filter(Size::isConstant)
                        .isPresent())
                .findFirst();
    }

    /** Whether free sizes are arguments. */
    boolean explicit() {
        return explicit;
    }

    /** Adds parameters for free sizes, if they are arguments, and for inputs; gives the names to pass on. */
    List<CodeBlock> parameters(MethodSpec.Builder method, List<NetworkCode.Argument> inputs) {
        List<CodeBlock> passed = new ArrayList<>();
        if (explicit) {
            for (String size : code.freeSizes()) {
                method.addParameter(TypeName.INT, members.size(size));
                passed.add(CodeBlock.of("$L", members.size(size)));
            }
        }
        for (NetworkCode.Argument input : inputs) {
            method.addParameter(elements.array(input.type()), members.argument(input.buffer()));
            passed.add(CodeBlock.of("$L", members.argument(input.buffer())));
        }
        return passed;
    }

    /** Adds statements that bind the free sizes and check lengths, and, where declared, the range of ints. */
    void bind(MethodSpec.Builder method, List<NetworkCode.Argument> inputs) {
        List<Buffer> measured = new ArrayList<>();
        for (String size : code.freeSizes()) {
            if (explicit) {
                method.addStatement("$T.size($S, $L)", Checks.class, size, members.size(size));
                continue;
            }
            NetworkCode.Argument input = scaled(size, inputs).orElseThrow();
            String name = members.argument(input.buffer());
            Size row = input.shape().elements().dividedBy(Size.symbol(size)).orElseThrow();
            method.addStatement(
                    "final int $L = $T.rows($S, $L.length, $L)",
                    members.size(size),
                    Checks.class,
                    input.name(),
                    name,
                    row);
            measured.add(input.buffer());
        }
        for (NetworkCode.Argument input : inputs) {
            String name = members.argument(input.buffer());
            CodeBlock length = members.sized(input.shape().elements());
            if (!measured.contains(input.buffer())) {
                method.addStatement("$T.length($S, $L.length, $L)", Checks.class, input.name(), name, length);
            }
            if (input.type() == DType.INT && input.low().isPresent()) {
                method.addStatement(
                        "$T.range($S, $L, $L.length, $L, $L)",
                        Checks.class,
                        input.name(),
                        name,
                        name,
                        members.sized(input.low().get()),
                        members.sized(input.high().orElseThrow()));
            }
        }
    }

    /** All free sizes as arguments. */
    List<CodeBlock> sizes() {
        return code.freeSizes().stream()
                .map(size -> CodeBlock.of("$L", members.size(size)))
                .toList();
    }
}
