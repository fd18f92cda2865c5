package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Loops in lanes of so few turns that it shows if what whole vectors leave over runs turn by turn: their last vector is pushed back to end with the last turn,
 * and some turns run twice.
 */
final class ShortTurns {
    /** Lanes of the shortest vectors. */
    private static final int SHORTEST_VECTOR = 4;

    /** Lanes of the longest vectors: they leave no turns over of a multiple of that. */
    private static final int LONGEST_VECTOR = 16;

    /** More turns are worth a loop whose checks the JIT can move out of it. */
    private static final int MOST = 63;

    private ShortTurns() {}

    static boolean test(Statement.Loop loop) {
        OptionalLong turns =
                loop.isOverRows() ? OptionalLong.empty() : loop.extent().asConstant();
        return turns.isPresent()
                && turns.getAsLong() >= SHORTEST_VECTOR
                && turns.getAsLong() <= MOST
                && turns.getAsLong() % LONGEST_VECTOR != 0
                && mayRunTwice(loop.body())
                && (turns.getAsLong() % 2 == 0 || !knowsEvenTurns(loop));
    }

    /** Whether a turn reads nothing that turns write. */
    private static boolean mayRunTwice(List<Statement> body) {
        Set<Buffer> stored = new HashSet<>();
        for (Statement statement : body) {
            if (statement instanceof Statement.Store store) {
                stored.add(store.buffer());
            } else if (!(statement instanceof Statement.Define)) {
                return false;
            }
        }
        boolean[] apart = {stored.stream().allMatch(ShortTurns::isApart)};
        Walk.scalars(
                body, scalar -> apart[0] &= !(scalar instanceof Scalar.Load load && stored.contains(load.buffer())));
        return apart[0];
    }

    /** Whether the buffer shares its memory with no other one that the kernel touches; what callers pass may. */
    private static boolean isApart(Buffer buffer) {
        return buffer.kind() == Buffer.Kind.SLOT || buffer.kind() == Buffer.Kind.LOCAL;
    }

    /** Whether something in the loop relies on vectors that begin at even turns. */
    private static boolean knowsEvenTurns(Statement.Loop loop) {
        return Walk.indices(loop.body()).stream().anyMatch(index -> alternates(index, loop.variable()));
    }

    private static boolean alternates(Index index, String variable) {
        return LaneAccess.of(index, variable) == LaneAccess.TWICE
                || LaneAccess.alternation(index, variable).isPresent();
    }
}
