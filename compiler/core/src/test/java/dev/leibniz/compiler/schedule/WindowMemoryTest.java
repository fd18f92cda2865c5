package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Window;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows are read where they lie. Those that are added up are in memory, of one image at a time, and those of images whose sizes are free. */
class WindowMemoryTest {
    private static final Size N = Size.symbol("N");
    private static final int CHANNELS = 8;
    private static final int SIDE = 20;
    private static final int KERNEL = 5;
    private static final int PLACES = SIDE - KERNEL + 1;

    /** Elements of one image, and of its windows. */
    private static final int IMAGE = CHANNELS * SIDE * SIDE;

    private static final int WINDOWS = CHANNELS * KERNEL * KERNEL * PLACES * PLACES;

    private final Graph graph = new Graph();
    private final Builder g = new Builder(graph, Span.none());
    private final Value x = input("x", Shape.of(N, Size.of(CHANNELS), Size.of(SIDE), Size.of(SIDE)));
    private final Value windows = g.windows(g.sin(x), List.of(window(2), window(3)));

    @Test
    void onlyTheGradientByTheImageOfAConvolutionHasItsWindowsInMemory() {
        Value w = input("w", Shape.of(CHANNELS, CHANNELS, KERNEL, KERNEL));
        Plan plan = plan(g.contract(List.of(windows, w), List.of("nchwyx", "ocyx"), "nohw"), x, w);

        assertThat(perImage(plan.floats())).isLessThanOrEqualTo(6 * IMAGE).isLessThan(WINDOWS);
        assertThat(kernels(plan).map(Kernel::local)).allMatch(Size::isConstant);
        assertThat(kernels(plan).map(Kernel::local).filter(Size.of(WINDOWS)::equals))
                .hasSize(1);
    }

    @Test
    void windowsOfALargeImageAreAddedUpInParts() {
        Value large = input("large", Shape.of(N, Size.of(64), Size.of(224), Size.of(224)));
        Window height = new Window(2, Size.of(224), Size.of(3), 1, 1);
        Window width = new Window(3, Size.of(224), Size.of(3), 1, 1);
        Value w = input("w", Shape.of(64, 64, 3, 3));
        Value shown = g.windows(large, List.of(height, width));
        Plan plan = plan(g.contract(List.of(shown, w), List.of("nchwyx", "ocyx"), "nohw"), large, w);

        assertThat(kernels(plan).map(Kernel::local))
                .contains(Size.of(64 * 9 * 222))
                .allMatch(local -> local.constant() <= 64 * 9 * 222);
    }

    @Test
    void windowsOfAnImageOfFreeSizesArePacked() {
        Size side = Size.symbol("S");
        Value free = input("free", Shape.of(N, Size.of(CHANNELS), Size.of(SIDE), side));
        Window height = new Window(2, Size.of(SIDE), Size.of(KERNEL), 1, 1);
        Window width = new Window(3, side, Size.of(KERNEL), 1, 1);
        Value w = input("w", Shape.of(CHANNELS, CHANNELS, KERNEL, KERNEL));
        Value shown = g.windows(free, List.of(height, width));
        Plan plan = plan(g.contract(List.of(shown, w), List.of("nchwyx", "ocyx"), "nohw"), free, w);

        assertThat(kernels(plan).map(Kernel::local).filter(local -> !local.isConstant()))
                .hasSize(3);
    }

    @Test
    void theLargestAndTheMeanOfWindowsNeedNoMemoryForThem() {
        Value position = g.argExtreme(true, windows, List.of(4, 5));
        Value numbers = g.reshape(g.range(Size.of(KERNEL * KERNEL)), Shape.of(KERNEL, KERNEL));
        Value largest = g.sum(g.select(g.equal(position, numbers), windows, g.zero()), List.of(4, 5));
        Plan plan = plan(g.add(largest, g.sum(windows, List.of(4, 5))), x);

        assertThat(perImage(plan.floats().plus(plan.ints()))).isLessThan(WINDOWS);
    }

    private static Window window(int axis) {
        return new Window(axis, Size.of(SIDE), Size.of(KERNEL), 1, 1);
    }

    private Value input(String name, Shape shape) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(shape));
    }

    private static Stream<Kernel> kernels(Plan plan) {
        return plan.kernels().stream();
    }

    private static long perImage(Size elements) {
        return elements.evaluate(name -> 2) - elements.evaluate(name -> 1);
    }

    /** The plan of the sum of {@code sin(y)} and its gradients. */
    private Plan plan(Value y, Value... by) {
        Value loss = g.sumAll(g.sin(y));
        Map<Value, Buffer> leaves = new HashMap<>();
        for (Value leaf : by) {
            leaves.put(leaf, buffer("leaf" + leaf.id(), Buffer.Kind.INPUT, leaf));
        }
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(loss, new Destination(buffer("loss", Buffer.Kind.RESULT, loss), false), true));
        ReverseMode.gradients(graph, loss, List.of(by)).forEach(gradient -> {
            Value value = gradient.orElseThrow();
            targets.add(
                    new Target(value, new Destination(buffer("gradient", Buffer.Kind.GRADIENT, value), true), false));
        });
        return Scheduler.plan(graph, targets, leaves, false);
    }

    private static Buffer buffer(String name, Buffer.Kind kind, Value value) {
        return new Buffer(name, kind, DType.FLOAT, value.shape().elements(), Size.ZERO);
    }
}
