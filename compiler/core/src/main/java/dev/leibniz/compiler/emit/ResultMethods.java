package dev.leibniz.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
            type.addMethod(method("loss", results, 0));
        }
        for (int k = 0; k < emission.code().metrics().size(); k++) {
            type.addMethod(method(emission.names().metric(k), results, k + 1));
        }
    }

    private MethodSpec method(String name, String results, int index) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("{@code $L} of the last call.\n", name)
                .addModifiers(Modifier.PUBLIC)
                .returns(emission.elements().type())
                .addStatement("return $L[$L]", results, index)
                .build();
    }
}
