package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.leibniz.compiler.ir.DType;

/** What FLOAT means in a network: Java's float or double, and how its numbers are written. */
record Elements(boolean isDouble) {
    TypeName type() {
        return isDouble ? TypeName.DOUBLE : TypeName.FLOAT;
    }

    ArrayTypeName array() {
        return ArrayTypeName.of(type());
    }

    /** The type of a local variable. */
    TypeName local(DType type) {
        return switch (type) {
            case FLOAT -> type();
            case INT -> TypeName.INT;
            case BOOL -> TypeName.BOOLEAN;
        };
    }

    /** The type of the array that holds such elements; bools are kept as ints 0 and 1. */
    ArrayTypeName array(DType type) {
        return type == DType.FLOAT ? array() : ArrayTypeName.of(TypeName.INT);
    }

    /** Whether a number is neither infinite nor NaN, as an expression. */
    CodeBlock isFinite(String number) {
        return CodeBlock.of("$T.isFinite($L)", type().box(), number);
    }

    /** A number as a literal. */
    CodeBlock literal(double value) {
        String name = isDouble ? "Double" : "Float";
        double rounded = isDouble ? value : (double) (float) value;
        if (Double.isNaN(rounded)) {
            return CodeBlock.of("$L.NaN", name);
        } else if (Double.isInfinite(rounded)) {
            return CodeBlock.of("$L.$L_INFINITY", name, rounded > 0 ? "POSITIVE" : "NEGATIVE");
        }
        String text = isDouble ? Double.toString(value) : Float.toString((float) value) + "f";
        return text.startsWith("-") ? CodeBlock.of("($L)", text) : CodeBlock.of("$L", text);
    }
}
