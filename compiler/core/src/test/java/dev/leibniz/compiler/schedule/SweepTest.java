package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.compiler.semantics.Ordinal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where in a backward pass parameters can be updated. */
class SweepTest {
    private static final long LARGE = 70_000;

    private final List<NetworkCode.ParameterSlot> parameters = new ArrayList<>();
    private long elements;

    private NetworkCode.ParameterSlot parameter(long count) {
        Size offset = Size.of(elements);
        Size size = Size.of(count);
        NetworkCode.ParameterSlot slot = new NetworkCode.ParameterSlot(
                new Buffer("w", Buffer.Kind.PARAMETER, DType.FLOAT, size, offset),
                new Buffer("wBar", Buffer.Kind.GRADIENT, DType.FLOAT, size, offset),
                "w" + parameters.size(),
                Ordinal.of(parameters.size()),
                Shape.of(size),
                elements,
                new Initialiser(Initialiser.Kind.ZEROS, List.of(), 1, 1),
                Optional.empty());
        parameters.add(slot);
        elements += count;
        return slot;
    }

    /** A kernel that touches these buffers. */
    private static Kernel touches(Buffer... buffers) {
        List<Statement> body = new ArrayList<>();
        for (Buffer buffer : buffers) {
            body.add(new Statement.Fill(buffer, Index.ZERO, buffer.elements(), 0));
        }
        return new Kernel("k", List.of(), Optional.empty(), body, Size.ZERO);
    }

    private List<Step> through(Step... backward) {
        return Sweep.through(List.of(backward), parameters);
    }

    @Test
    void eachIsUpdatedBehindTheLastStepThatTouchesIt() {
        NetworkCode.ParameterSlot first = parameter(LARGE);
        NetworkCode.ParameterSlot second = parameter(LARGE);
        Kernel one = touches(second.gradient());
        Kernel two = touches(second.value(), first.gradient());
        Kernel three = touches(first.gradient());

        assertThat(through(one, two, three))
                .containsExactly(one, two, new Ready(LARGE, 2 * LARGE), three, new Ready(0, LARGE));
    }

    @Test
    void whatIsReadLateWaits() {
        NetworkCode.ParameterSlot tied = parameter(LARGE);
        NetworkCode.ParameterSlot last = parameter(LARGE);
        Kernel one = touches(tied.gradient());
        Kernel two = touches(last.gradient());
        Kernel three = touches(tied.value());

        assertThat(through(one, two, three))
                .containsExactly(one, two, new Ready(LARGE, 2 * LARGE), three, new Ready(0, LARGE));
    }

    @Test
    void smallOnesGoWithTheirNeighbours() {
        NetworkCode.ParameterSlot first = parameter(LARGE);
        NetworkCode.ParameterSlot bias = parameter(10);
        NetworkCode.ParameterSlot second = parameter(LARGE);
        Kernel one = touches(second.gradient());
        Kernel two = touches(bias.gradient());
        Kernel three = touches(first.gradient());

        assertThat(through(one, two, three))
                .containsExactly(one, new Ready(LARGE + 10, 2 * LARGE + 10), two, three, new Ready(0, LARGE + 10));
    }

    @Test
    void whatNoStepTouchesIsUpdatedAtOnce() {
        NetworkCode.ParameterSlot first = parameter(LARGE);
        parameter(LARGE);
        Kernel one = touches(first.gradient());

        assertThat(through(one)).containsExactly(new Ready(LARGE, 2 * LARGE), one, new Ready(0, LARGE));
    }

    @Test
    void smallNetworksAreUpdatedAtTheEnd() {
        NetworkCode.ParameterSlot first = parameter(1000);
        NetworkCode.ParameterSlot second = parameter(1000);
        Kernel one = touches(second.gradient());
        Kernel two = touches(first.gradient());

        assertThat(through(one, two)).containsExactly(one, two);
    }
}
