package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Finiteness;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Place;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.FiniteChecks;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements behind the call of a kernel that look for NaN and infinity in what it has written. Results and gradients must be finite, even if infinities are meant. */
final class KernelChecks {
    private final Emission emission;

    /** The shapes of what has one of its own, whatever kernels see in it. */
    private final Map<Buffer, Shape> declared = new IdentityHashMap<>();

    KernelChecks(Emission emission) {
        this.emission = emission;
        NetworkCode code = emission.code();
        code.outputs().forEach(output -> declared.put(output.buffer(), output.shape()));
        code.parameters().forEach(parameter -> declared.put(parameter.gradient(), parameter.shape()));
        code.states().forEach(state -> declared.put(state.next(), state.shape()));
    }

    /** @param slots the variables that say where temporaries begin */
    CodeBlock after(Kernel kernel, Map<Buffer, String> slots) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Formula formula : kernel.formulas()) {
            for (Place place : formula.places()) {
                Buffer buffer = place.buffer();
                boolean isOpen = formula.finiteness() == Finiteness.ANY && buffer.kind() == Buffer.Kind.SLOT;
                if (formula.type().dtype() == DType.FLOAT && !isOpen) {
                    String offset = slots.getOrDefault(buffer, emission.offset(buffer));
                    code.addStatement(check(formula, place, offset));
                }
            }
        }
        return code.build();
    }

    private CodeBlock check(Formula formula, Place place, String offset) {
        Buffer buffer = place.buffer();
        boolean infinite = formula.finiteness() == Finiteness.NUMBER && buffer.kind() == Buffer.Kind.SLOT;
        // An element of what a loop collects is the only thing that lies anywhere else than at the beginning.
        Size elements = formula.type().shape().elements();
        return CodeBlock.of(
                "$T.tensor($S, $S, $S, $L,$W$L, $L,$W$L, $L$L)",
                FiniteChecks.class,
                name(buffer),
                formula.text(),
                formula.origin().isNone() ? "" : formula.origin().toString(),
                infinite,
                emission.array(buffer),
                offset,
                emission.sizes().of(place.origin().offset()),
                emission.sizes().of(elements),
                shape(formula, buffer));
    }

    private static String name(Buffer buffer) {
        boolean isGradient =
                buffer.kind() == Buffer.Kind.GRADIENT && buffer.name().endsWith("Bar");
        return isGradient
                ? "the gradient of " + buffer.name().substring(0, buffer.name().length() - 3)
                : buffer.name();
    }

    /** The sizes of the tensor, of several in a row the number of these before it. */
    private CodeBlock shape(Formula formula, Buffer buffer) {
        Shape shape = buffer.kind() == Buffer.Kind.RESULT
                ? Shape.SCALAR
                : declared.getOrDefault(buffer, formula.type().shape());
        List<Size> sizes = new ArrayList<>(shape.sizes());
        Optional<Size> turns = buffer.elements().dividedBy(shape.elements());
        if (turns.isPresent() && !turns.get().isOne()) {
            sizes.add(0, turns.get());
        }
        return sizes.stream()
                .map(size -> CodeBlock.of(",$W$L", emission.sizes().of(size)))
                .collect(CodeBlock.joining(""));
    }
}
