package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.runtime.kernel.Offsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constants of a class of kernels that say where the elements of tensors lie which products read as matrices. */
final class OffsetFields {
    private OffsetFields() {}

    /** Those that some statements need, each once. */
    static List<FieldSpec> of(List<Statement> statements) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        collect(statements, fields);
        return List.copyOf(fields.values());
    }

    private static void collect(List<Statement> statements, Map<String, FieldSpec> fields) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Loop loop) {
                collect(loop.body(), fields);
            } else if (statement instanceof Statement.Multiply product && !product.isStrided()) {
                for (Statement.Matrix matrix : List.of(product.a(), product.b())) {
                    fields.putIfAbsent(name(matrix.rows()), field(matrix.rows()));
                    fields.putIfAbsent(name(matrix.columns()), field(matrix.columns()));
                }
            }
        }
    }

    /** The constant's name: the size and the stride of each axis, M for minus. */
    static String name(List<Statement.Axis> axes) {
        return (axes.isEmpty() ? "OFFSETS_ONE" : "OFFSETS")
                + axes.stream()
                        .map(axis -> "_" + axis.size().constant() + "X"
                                + axis.stride().constant())
                        .collect(Collectors.joining())
                        .replace('-', 'M');
    }

    private static FieldSpec field(List<Statement.Axis> axes) {
        String sizesAndStrides = axes.stream()
                .map(axis -> axis.size().constant() + ", " + axis.stride().constant())
                .collect(Collectors.joining(", "));
        return FieldSpec.builder(Offsets.class, name(axes), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(CodeBlock.of("$T.of($L)", Offsets.class, sizesAndStrides))
                .build();
    }
}
