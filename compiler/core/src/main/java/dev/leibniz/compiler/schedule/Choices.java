package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Select;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that are computed for all elements, but matter only for those for which a condition chooses them: {@code log(y)} in {@code y > 0 ? log(y) : 0}. */
final class Choices {
    private final Set<Value> always;

    private Choices(Set<Value> always) {
        this.always = always;
    }

    /**
     * Those among some values.
     *
     * @param values operands before users
     * @param wanted those that are wanted in the end
     */
    static Choices among(List<Value> values, List<Value> wanted) {
        Set<Value> always = new HashSet<>(wanted);
        for (int k = values.size() - 1; k >= 0; k--) {
            Value value = values.get(k);
            if (always.contains(value)) {
                always.addAll(
                        value.op() instanceof Select select
                                ? List.of(select.condition())
                                : value.op().operands());
            }
        }
        return new Choices(always);
    }

    /** Whether a value only matters if it is chosen. */
    boolean include(Value value) {
        return !always.contains(value);
    }
}
