package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;

/** Whether a loop can run its turns in the lanes of a vector. */
final class Vectorisable {
    private final String variable;

    private Vectorisable(String variable) {
        this.variable = variable;
    }

    static boolean test(Statement.Loop loop) {
        Vectorisable test = new Vectorisable(loop.variable());
        return loop.body().stream().allMatch(test::statement);
    }

    private boolean statement(Statement statement) {
        if (statement instanceof Statement.Define define) {
            return scalar(define.value());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            return accumulate.local().type() == DType.FLOAT
                    && accumulate.combine() != Combine.PRODUCT
                    && scalar(accumulate.value());
        } else if (statement instanceof Statement.Store store) {
            return isContiguous(store.at()) && scalar(store.value());
        } else if (statement instanceof Statement.StoreCombined store) {
            return store.buffer().type() == DType.FLOAT
                    && store.combine() != Combine.PRODUCT
                    && isContiguous(store.at())
                    && scalar(store.value());
        }
        return false;
    }

    private boolean isContiguous(Index index) {
        return LaneAccess.of(index, variable) == LaneAccess.CONTIGUOUS;
    }

    private boolean scalar(Scalar scalar) {
        if (!scalar.dependsOn(variable)) {
            return true;
        } else if (scalar instanceof Scalar.Load load) {
            return LaneAccess.of(load.at(), variable).loads(load.type());
        } else if (scalar instanceof Scalar.Position position) {
            return isContiguous(position.index())
                    || LaneAccess.alternation(position.index(), variable).isPresent();
        } else if (scalar instanceof Scalar.Choose choose) {
            return choose.type() != DType.BOOL && choice(choose);
        } else if (scalar instanceof Scalar.Convert convert) {
            return convert.type() == DType.FLOAT && scalar(convert.value());
        } else if (scalar instanceof Scalar.Apply apply) {
            boolean known = apply.function() != Function.POWER || apply.type() == DType.FLOAT;
            boolean ints = apply.type() == DType.INT && !isIntFunction(apply.function());
            return known && !ints && apply.arguments().stream().allMatch(this::scalar);
        }
        return scalar instanceof Scalar.Local;
    }

    private static boolean isIntFunction(Function function) {
        return function == Function.ADD || function == Function.SUBTRACT || function == Function.MULTIPLY;
    }

    /**
     * Both branches are computed in all lanes, so neither may read where only a condition on positions says that it may. Such conditions compare positions
     * directly, as padding and joins do; what was read elsewhere guards nothing.
     */
    private boolean choice(Scalar.Choose choose) {
        boolean guards =
                comparesPositions(choose.condition()) && choose.condition().dependsOn(variable);
        boolean reads = loads(choose.then()) || loads(choose.otherwise());
        return !(guards && reads) && scalar(choose.condition()) && scalar(choose.then()) && scalar(choose.otherwise());
    }

    /** Whether something in it is decided by where an element lies, not by what was read there. */
    private static boolean comparesPositions(Scalar scalar) {
        if (scalar instanceof Scalar.Apply apply) {
            boolean decides = apply.arguments().stream().anyMatch(Vectorisable::isPosition)
                    && !apply.arguments().stream().anyMatch(Vectorisable::loads);
            return decides || apply.arguments().stream().anyMatch(Vectorisable::comparesPositions);
        }
        return false;
    }

    private static boolean isPosition(Scalar scalar) {
        return scalar instanceof Scalar.Position
                || scalar instanceof Scalar.Convert convert && isPosition(convert.value())
                || scalar instanceof Scalar.Apply apply
                        && apply.arguments().stream().anyMatch(Vectorisable::isPosition);
    }

    private static boolean loads(Scalar scalar) {
        if (scalar instanceof Scalar.Apply apply) {
            return apply.arguments().stream().anyMatch(Vectorisable::loads);
        } else if (scalar instanceof Scalar.Choose choose) {
            return loads(choose.then()) || loads(choose.otherwise());
        } else if (scalar instanceof Scalar.Convert convert) {
            return loads(convert.value());
        }
        return scalar instanceof Scalar.Load;
    }
}
