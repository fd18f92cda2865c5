package dev.leibniz.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.Locale;

/** The doc comment of a model: what it takes and gives, how large it is, what it costs. */
final class ModelDoc {
    private final Emission emission;
    private final NetworkCode code;

    ModelDoc(Emission emission) {
        this.emission = emission;
        this.code = emission.code();
    }

    CodeBlock text() {
        CodeBlock.Builder text = CodeBlock.builder();
        text.add(
                "$L\n",
                Docs.text(code.doc().orElse("The network " + code.name() + ".").strip()));
        text.add("\n<p>Inputs:\n<ul>\n");
        for (NetworkCode.Argument input : code.inputs()) {
            String type = input.name() + ": " + input.type().spelling() + input.shape();
            String range = input.low().isPresent() && input.high().isPresent()
                    ? " in " + input.low().get() + ".." + input.high().get()
                    : "";
            String use = input.predicts() ? "" : ", for training and evaluation";
            text.add("  <li>$L$L$L\n", Docs.code(type + range), use, Docs.after(input.doc()));
        }
        text.add("</ul>\n");
        if (!code.outputs().isEmpty()) {
            text.add("\n<p>Outputs:\n<ul>\n");
            code.outputs()
                    .forEach(output -> text.add(
                            "  <li>$L$L\n",
                            Docs.code(output.name() + ": " + output.type().spelling() + output.shape()),
                            Docs.after(output.doc())));
            text.add("</ul>\n");
        }
        text.add("\n<p>$L parameters.", String.format(Locale.ROOT, "%,d", code.parameterCount()));
        if (emission.hasStates()) {
            text.add("\n$L numbers of state.", String.format(Locale.ROOT, "%,d", code.stateCount()));
        }
        if (emission.isPredicting()) {
            text.add("\nA prediction takes $L.", cost(code.predict()));
        }
        code.train().ifPresent(plan -> text.add("\nThe loss and its gradient take $L.", cost(plan)));
        text.add("\n\n<p>Arrays are row-major; a bool is an int, 0 or 1.");
        text.add(" Safe for use by several threads as long as none trains it.\n");
        return text.build();
    }

    private CodeBlock cost(Plan plan) {
        return CodeBlock.of(
                "$L floating-point operations and $L bytes of workspace",
                Docs.code(plan.flops().toString()),
                Docs.code(plan.bytes(code.doublePrecision()).toString()));
    }
}
