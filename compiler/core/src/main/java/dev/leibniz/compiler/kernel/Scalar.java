package dev.leibniz.compiler.kernel;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import java.util.List;

/** An expression for one element. */
public sealed interface Scalar {
    DType type();

    /** Whether the value changes with the loop variable; locals are asked by the loop that defines them, not here. */
    boolean dependsOn(String variable);

    /** A constant; for INT a whole number, for BOOL 0 or 1. */
    record Literal(DType type, double value) implements Scalar {
        @Override
        public boolean dependsOn(String variable) {
            return false;
        }
    }

    /** A position as an int value, such as the element number of {@code range(n)} or a size. */
    record Position(Index index) implements Scalar {
        public Position(Size size) {
            this(Index.of(size));
        }

        @Override
        public DType type() {
            return DType.INT;
        }

        @Override
        public boolean dependsOn(String variable) {
            return index.dependsOn(variable);
        }
    }

    /** An element of a buffer. */
    record Load(Buffer buffer, Index at) implements Scalar {
        @Override
        public DType type() {
            return buffer.type();
        }

        @Override
        public boolean dependsOn(String variable) {
            return at.dependsOn(variable);
        }
    }

    /** A local variable that an enclosing {@link Statement} has defined; {@code variant} are the loop variables its value changes with. */
    record Local(String name, DType type, List<String> variant) implements Scalar {
        @Override
        public boolean dependsOn(String variable) {
            return variant.contains(variable);
        }
    }

    /** A function of one or two scalars. */
    record Apply(Function function, List<Scalar> arguments) implements Scalar {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        public Apply(Function function, Scalar... arguments) {
            this(function, List.of(arguments));
        }

        @Override
        public DType type() {
            return function.isPredicate() ? DType.BOOL : arguments.get(0).type();
        }

        @Override
        public boolean dependsOn(String variable) {
            return arguments.stream().anyMatch(argument -> argument.dependsOn(variable));
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Choose(Scalar condition, Scalar then, Scalar otherwise) implements Scalar {
        @Override
        public DType type() {
            return then.type();
        }

        @Override
        public boolean dependsOn(String variable) {
            return condition.dependsOn(variable) || then.dependsOn(variable) || otherwise.dependsOn(variable);
        }
    }

    /** A bool or int as another type (true is 1). */
    record Convert(DType type, Scalar value) implements Scalar {
        @Override
        public boolean dependsOn(String variable) {
            return value.dependsOn(variable);
        }
    }
}
