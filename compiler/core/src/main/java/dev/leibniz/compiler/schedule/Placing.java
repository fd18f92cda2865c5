package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kernels that fill their result with a number before they put elements into places of it. */
final class Placing {
    private Placing() {}

    /**
     * The statements for the whole result, or for each turn of a loop over its first axis.
     *
     * @param rows the loop's variable
     * @param putting the statements that put the elements of the whole, or of a turn, into their places
     */
    static Body into(Value value, Destination to, double filling, Optional<String> rows, List<Statement> putting) {
        Size count = rows.isPresent()
                ? value.shape().strides().get(0)
                : value.shape().elements();
        List<Statement> statements = new ArrayList<>();
        if (!to.adds()) {
            Index from =
                    rows.map(variable -> Index.variable(variable).times(count)).orElse(Index.ZERO);
            statements.add(new Statement.Fill(to.buffer(), to.at(from), count, filling));
        }
        statements.addAll(putting);
        if (rows.isEmpty()) {
            return Body.whole(statements);
        }
        Size first = value.shape().get(0);
        return new Body(Loops.rows(List.of(rows.get()), List.of(first), statements), Optional.of(first));
    }
}
