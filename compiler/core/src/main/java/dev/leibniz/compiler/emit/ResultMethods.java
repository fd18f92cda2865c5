package dev.leibniz.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Methods that tell the loss and the metrics of the last call. */
final class ResultMethods {
    private final Emission emission;

    ResultMethods(Emission emission) {
        this.emission = emission;
    }

    /** @param results the expression of the array that holds them */
    void addTo(TypeSpec.Builder type, String results) {
        if (emission.trains()) {
            type.addMethod(method("loss", results, 0, Optional.empty()));
        }
        for (int k = 0; k < emission.code().metrics().size(); k++) {
            Optional<String> doc = emission.code().metrics().get(k).doc();
            type.addMethod(method(emission.names().metric(k), results, k + 1, doc));
        }
    }

    private MethodSpec method(String name, String results, int index, Optional<String> doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("{@code $L} of the last call$L.\n", name, Docs.after(doc))
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.elements().type())
                .addStatement("return $L[$L]", results, index)
                .build();
    }
}
