package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.runtime.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The memory of one call at a time: its class, and the methods that make one for given sizes. */
final class WorkspaceClass {
    private final NetworkCode code;
    private final NetworkNames names;
    private final Elements elements;
    private final Members members;

    WorkspaceClass(NetworkCode code, NetworkNames names, Elements elements, Members members) {
        this.code = code;
        this.names = names;
        this.elements = elements;
        this.members = members;
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.workspace())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Memory for calls of one thread at a time; serves all sizes up to those it was made for.\n")
                .addField(elements.array(), "floats", Modifier.FINAL)
                .addField(int[].class, "ints", Modifier.FINAL)
                .addField(elements.array(), "scratch", Modifier.FINAL)
                .addField(elements.array(), "results", Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(TypeName.INT, "floats")
                        .addParameter(TypeName.INT, "ints")
                        .addParameter(TypeName.INT, "scratch")
                        .addStatement("this.floats = new $T[floats]", elements.type())
                        .addStatement("this.ints = new int[ints]")
                        .addStatement("this.scratch = new $T[scratch]", elements.type())
                        .addStatement("this.results = new $T[$L]", elements.type(), code.metrics().size() + 1)
                        .build());
        if (code.evaluate().isPresent()) {
            type.addMethod(result("loss", 0, "The loss of the last call that computed it."));
            for (int k = 0; k < code.metrics().size(); k++) {
                String metric = code.metrics().get(k);
                type.addMethod(result(members.metric(metric), k + 1, "The metric {@code " + metric + "} of the last call that computed it."));
            }
        }
        return type.build();
    }

    private MethodSpec result(String name, int offset, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(elements.type())
                .addStatement("return results[$L]", offset)
                .build();
    }

    /** A method that makes a workspace for some plans. */
    MethodSpec factory(String name, String doc, List<Plan> plans) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(names.workspace());
        for (String size : code.freeSizes()) {
            method.addParameter(TypeName.INT, members.size(size));
            method.addJavadoc("@param $L the largest $L of a call\n", members.size(size), size);
        }
        for (String size : code.freeSizes()) {
            method.addStatement("$T.size($S, $L)", Checks.class, size, members.size(size));
        }
        method.addStatement("long floats = 0").addStatement("long ints = 0").addStatement("int scratch = 0");
        for (Plan plan : plans) {
            grow(method, "floats", plan.floats());
            grow(method, "ints", plan.ints());
        }
        Set<List<Size>> products = new LinkedHashSet<>();
        plans.stream()
                .flatMap(plan -> Stream.concat(plan.forward().stream(), plan.backward().stream()))
                .map(Kernel::body)
                .forEach(body -> collect(body, products));
        for (List<Size> product : products) {
            method.addStatement(
                    "scratch = Math.max(scratch, KERNELS.scratchLength($L, $L, $L))",
                    members.sized(product.get(0)),
                    members.sized(product.get(1)),
                    members.sized(product.get(2)));
        }
        return method.addStatement(
                        "return new $T($T.memory(floats), $T.memory(ints), scratch)",
                        names.workspace(),
                        Checks.class,
                        Checks.class)
                .build();
    }

    /** The size in long arithmetic: it may not fit an array. */
    private void grow(MethodSpec.Builder method, String what, Size size) {
        if (!size.equals(Size.ZERO)) {
            method.addStatement("$1L = Math.max($1L, $2L)", what, inLongs(size));
        }
    }

    private CodeBlock inLongs(Size size) {
        Size renamed = size;
        for (String symbol : code.freeSizes()) {
            renamed = renamed.substitute(symbol, Size.symbol("(long) " + members.size(symbol)));
        }
        return CodeBlock.of("$L", renamed);
    }

    private static void collect(List<Statement> statements, Set<List<Size>> products) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Loop loop) {
                collect(loop.body(), products);
            } else if (statement instanceof Statement.Multiply multiply) {
                products.add(List.of(multiply.m(), multiply.n(), multiply.k()));
            }
        }
    }
}
