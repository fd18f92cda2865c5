package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.runtime.random.Initialisers;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** {@code initialise(seed)}: each parameter filled as declared, the random ones from streams of their own. */
final class Initialisation {
    private static final int STATEMENTS_A_METHOD = 100;

    private final NetworkCode code;
    private final NetworkNames names;
    private final Members members;
    private final Elements elements;

    Initialisation(NetworkCode code, NetworkNames names, Members members, Elements elements) {
        this.code = code;
        this.names = names;
        this.members = members;
        this.elements = elements;
    }

    void addTo(TypeSpec.Builder type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("initialise")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A network with fresh parameters; the same seed gives the same ones.\n")
                .returns(names.model())
                .addParameter(TypeName.LONG, "seed")
                .addStatement("final $1T net = new $1T()", names.model());
        List<NetworkCode.ParameterSlot> parameters = code.parameters();
        for (int from = 0; from < parameters.size(); from += STATEMENTS_A_METHOD) {
            String part = "fill" + (from / STATEMENTS_A_METHOD + 1);
            method.addStatement("$L(net.parameters, seed)", part);
            MethodSpec.Builder fill = MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(elements.array(), "parameters")
                    .addParameter(TypeName.LONG, "seed");
            int to = Math.min(parameters.size(), from + STATEMENTS_A_METHOD);
            for (int k = from; k < to; k++) {
                fill.addCode(fill(parameters.get(k), k));
            }
            type.addMethod(fill.build());
        }
        type.addMethod(method.addStatement("return net").build());
    }

    private CodeBlock fill(NetworkCode.ParameterSlot parameter, int stream) {
        Initialiser initialiser = parameter.initialiser();
        List<Double> arguments = initialiser.arguments();
        Size length = parameter.shape().elements();
        CodeBlock where = CodeBlock.of("parameters, $L, $L", members.constant(parameter), length);
        CodeBlock fans = CodeBlock.of("$L, $L, seed, $L", initialiser.fanIn(), initialiser.fanOut(), stream);
        CodeBlock call =
                switch (initialiser.kind()) {
                    case ZEROS -> CodeBlock.of("constant($L, 0)", where);
                    case ONES -> CodeBlock.of("constant($L, 1)", where);
                    case CONSTANT -> CodeBlock.of("constant($L, $L)", where, arguments.get(0));
                    case UNIFORM -> CodeBlock.of("uniform($L, $L, $L, seed, $L)", where, arguments.get(0), arguments.get(1), stream);
                    case NORMAL -> CodeBlock.of("normal($L, $L, $L, seed, $L)", where, arguments.get(0), arguments.get(1), stream);
                    case GLOROT_UNIFORM -> CodeBlock.of("glorotUniform($L, $L)", where, fans);
                    case GLOROT_NORMAL -> CodeBlock.of("glorotNormal($L, $L)", where, fans);
                    case HE_UNIFORM -> CodeBlock.of("heUniform($L, $L)", where, fans);
                    case HE_NORMAL -> CodeBlock.of("heNormal($L, $L)", where, fans);
                    case ORTHOGONAL -> orthogonal(parameter, arguments, stream);
                    case VALUES -> null;
                };
        return call == null ? values(parameter, arguments) : CodeBlock.of("$T.$L;\n", Initialisers.class, call);
    }

    private CodeBlock orthogonal(NetworkCode.ParameterSlot parameter, List<Double> arguments, int stream) {
        Size rows = parameter.shape().get(0);
        Size columns = parameter.shape().elements().dividedBy(rows).orElseThrow();
        return CodeBlock.of(
                "orthogonal(parameters, $L, $L, $L, $L, seed, $L)",
                members.constant(parameter),
                rows,
                columns,
                arguments.get(0),
                stream);
    }

    private CodeBlock values(NetworkCode.ParameterSlot parameter, List<Double> values) {
        String list = values.stream().map(v -> elements.literal(v).toString()).collect(Collectors.joining(", "));
        return CodeBlock.of(
                "$T.arraycopy(new $T[] {$L}, 0, parameters, $L, $L);\n",
                System.class,
                elements.type(),
                list,
                members.constant(parameter),
                values.size());
    }
}
