package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Built-in operations on sequences {@code [N, C, L]} and images {@code [N, C, H, W]}, composed of sliding windows, their adjoint, contractions and reductions.
 * Formulas and defaults are PyTorch's.
 */
final class WindowBuiltins {
    private static final List<String> BATCHES = List.of("[N, C, L]", "[N, C, H, W]");
    private static final String PLACES = "hw";
    private static final String TAPS = "yx";

    private WindowBuiltins() {}

    static final List<Builtin> ALL = List.of(
            Builtin.of("conv", WindowBuiltins::convolution, "x", "W")
                    .optionally("stride", "padding", "dilation", "groups"),
            Builtin.of("conv_transpose", WindowBuiltins::transposed, "x", "W")
                    .optionally("stride", "padding", "output_padding", "dilation", "groups"),
            Builtin.of("max_pool", WindowBuiltins::maxPool, "size")
                    .optionally("stride", "padding")
                    .appliedToX(),
            Builtin.of("avg_pool", WindowBuiltins::averagePool, "size")
                    .optionally("stride", "padding")
                    .appliedToX(),
            Builtin.of("pair", WindowBuiltins::pair, "value"));

    // -- convolution

    /** {@code y[n, o, i] = Σ x[n, c, i·stride + k·dilation]·W[o, c, k]} over c and k, within groups of channels. */
    private static Meaning convolution(Call call) {
        Value x = images(call);
        Value weights = weights(call, x, List.of("[out, in/groups, k]", "[out, in/groups, kh, kw]"));
        int groups = groups(call);
        requireChannels(call, x.shape().get(1), weights.shape().get(1), groups);
        Geometry geometry = geometry(call, weights);
        Size out = perGroup(call, weights.shape().get(0), groups);
        Value grouped = withGroups(call, x, 1, x.shape().get(1), groups);
        Value padded = geometry.pad(grouped, 0);
        Value windows = call.g().windows(padded, geometry.windows(padded));
        String g = groups == 1 ? "" : "g";
        String places = PLACES.substring(0, geometry.sizes().size());
        String taps = TAPS.substring(0, geometry.sizes().size());
        Value y = call.g()
                .contract(
                        List.of(windows, withGroups(call, weights, 0, out.times(groups), groups)),
                        List.of("n" + g + "c" + places + taps, g + "oc" + taps),
                        "n" + g + "o" + places);
        return new Meaning.Tensor(call.g().reshape(y, joined(y.shape(), groups)));
    }

    /** The adjoint of the convolution with the same weights and geometry by x: {@code y[n, o, i·stride + k·dilation] += x[n, c, i]·W[c, o, k]}. */
    private static Meaning transposed(Call call) {
        Value x = images(call);
        Value weights = weights(call, x, List.of("[in, out/groups, k]", "[in, out/groups, kh, kw]"));
        int groups = groups(call);
        Size channels = x.shape().get(1);
        if (!channels.equals(weights.shape().get(0))) {
            throw call.fail(new WindowProblems.ChannelMismatch(
                    call.at(), call.name(), channels, weights.shape().get(0), 1, call.operand("x"), call.operand("W")));
        }
        perGroup(call, channels, groups);
        Geometry geometry = geometry(call, weights);
        String g = groups == 1 ? "" : "g";
        String places = PLACES.substring(0, geometry.sizes().size());
        String taps = TAPS.substring(0, geometry.sizes().size());
        Value parts = call.g()
                .contract(
                        List.of(
                                withGroups(call, x, 1, channels, groups),
                                withGroups(call, weights, 0, channels, groups)),
                        List.of("n" + g + "c" + places, g + "co" + taps),
                        "n" + g + "o" + places + taps);
        List<Window> windows = new ArrayList<>();
        int first = groups == 1 ? 2 : 3;
        for (int k = 0; k < geometry.sizes().size(); k++) {
            Window window = new Window(
                    first + k,
                    Size.ONE,
                    geometry.sizes().get(k),
                    geometry.strides().get(k),
                    geometry.dilations().get(k));
            Size extent = x.shape().get(2 + k).plus(-1).times(window.stride()).plus(window.span());
            windows.add(new Window(first + k, extent, window.size(), window.stride(), window.dilation()));
        }
        Value sum = call.g().overlapAdd(parts, windows);
        return new Meaning.Tensor(cropped(call, call.g().reshape(sum, joined(sum.shape(), groups)), geometry));
    }

    /** Without {@code padding} elements at either end of each axis, but {@code output_padding} more at its end. */
    private static Value cropped(Call call, Value y, Geometry geometry) {
        List<Integer> more = call.operands().containsKey("output_padding")
                ? Geometry.numbers(call, "output_padding", geometry.sizes().size(), 0)
                : Geometry.same(0, geometry.sizes().size());
        Value result = y;
        for (int k = 0; k < geometry.sizes().size(); k++) {
            requireSmaller(call, more.get(k), geometry, k);
            int axis = 2 + k;
            int surplus = geometry.after().get(k) - more.get(k);
            result = call.g().pad(result, axis, Size.ZERO, Size.of(Math.max(0, -surplus)), 0);
            Size start = Size.of(geometry.before().get(k));
            Size count = result.shape().get(axis).minus(start).plus(-Math.max(0, surplus));
            geometry.requireRoom(axis, count);
            result = call.g().slice(result, axis, start, count, 1);
        }
        return result;
    }

    private static void requireSmaller(Call call, int more, Geometry geometry, int k) {
        int bound = Math.max(geometry.strides().get(k), geometry.dilations().get(k));
        if (more >= bound) {
            throw call.fail(new TypeProblems.BadValue(
                    call.operand("output_padding").span(),
                    "`output_padding` must be less than the stride or the dilation, " + bound + ",",
                    Integer.toString(more)));
        }
    }

    private static Geometry geometry(Call call, Value weights) {
        List<Size> sizes = weights.shape().subShape(2, weights.shape().rank()).sizes();
        return Geometry.of(call, sizes, Geometry.strides(call, sizes.size()));
    }

    // -- channels

    private static Value images(Call call) {
        Value x = call.floats("x");
        if (x.shape().rank() != 3 && x.shape().rank() != 4) {
            throw call.fail(new WindowProblems.NoImages(call.at(), call.name(), "x", BATCHES, call.operand("x")));
        }
        return x;
    }

    private static Value weights(Call call, Value x, List<String> forms) {
        Value weights = call.floats("W");
        if (weights.shape().rank() != x.shape().rank()) {
            String needed = forms.get(x.shape().rank() - 3);
            throw call.fail(
                    new WindowProblems.NoImages(call.at(), call.name(), "W", List.of(needed), call.operand("W")));
        }
        return weights;
    }

    private static int groups(Call call) {
        return call.operands().containsKey("groups")
                ? Geometry.numbers(call, "groups", 1, 1).get(0)
                : 1;
    }

    private static void requireChannels(Call call, Size channels, Size taken, int groups) {
        if (!channels.equals(taken.times(groups))) {
            throw call.fail(new WindowProblems.ChannelMismatch(
                    call.at(), call.name(), channels, taken, groups, call.operand("x"), call.operand("W")));
        }
    }

    private static Size perGroup(Call call, Size channels, int groups) {
        return channels.dividedBy(Size.of(groups))
                .orElseThrow(() -> call.fail(
                        new WindowProblems.UnequalGroups(call.operand("groups").span(), channels, groups)));
    }

    /** An axis of channels as two, groups and channels of a group; unchanged if all are one group. */
    private static Value withGroups(Call call, Value x, int axis, Size channels, int groups) {
        if (groups == 1) {
            return x;
        }
        Shape shape = x.shape().with(axis, perGroup(call, channels, groups)).insert(axis, Size.of(groups));
        return call.g().reshape(x, shape);
    }

    private static Shape joined(Shape shape, int groups) {
        return groups == 1 ? shape : shape.without(1).with(1, shape.get(1).times(shape.get(2)));
    }

    // -- pools

    /** The largest element of each window; its derivative goes to the first of equal ones. Padding is never the largest. */
    private static Meaning maxPool(Call call) {
        Value windows = pooled(call, Double.NEGATIVE_INFINITY);
        List<Integer> axes = windowAxes(windows);
        Value position = call.g().argExtreme(true, windows, axes);
        Shape window = windows.shape().subShape(axes.get(0), windows.shape().rank());
        Value number = call.g().reshape(call.g().range(window.elements()), window);
        Value picked = call.g()
                .select(call.g().equal(position, number), windows, call.g().zero());
        return withoutWindows(call, call.g().reduce(Combine.SUM, picked, axes));
    }

    /** The mean of each window, padding counted. */
    private static Meaning averagePool(Call call) {
        Value windows = pooled(call, 0);
        List<Integer> axes = windowAxes(windows);
        Size count =
                windows.shape().subShape(axes.get(0), windows.shape().rank()).elements();
        return withoutWindows(
                call, call.g().divide(call.g().sum(windows, axes), call.g().size(count)));
    }

    private static Value pooled(Call call, double padding) {
        Value x = images(call);
        int axes = x.shape().rank() - 2;
        List<Integer> sizes = Geometry.numbers(call, "size", axes, 1);
        List<Integer> strides = call.operands().containsKey("stride") ? Geometry.strides(call, axes) : sizes;
        Geometry geometry = Geometry.of(call, sizes.stream().map(Size::of).toList(), strides);
        for (int k = 0; k < axes; k++) {
            if (2 * geometry.before().get(k) > sizes.get(k)) {
                throw call.fail(new TypeProblems.BadValue(
                        call.operand("padding").span(),
                        "`padding` of `" + call.name() + "` must be at most " + sizes.get(k) / 2
                                + ", half of a window of " + sizes.get(k) + ",",
                        geometry.before().get(k).toString()));
            }
        }
        Value padded = geometry.pad(x, padding);
        return call.g().windows(padded, geometry.windows(padded));
    }

    /** The axes of a window's elements, behind N, C and one or two for the windows. */
    private static List<Integer> windowAxes(Value windows) {
        return windows.shape().rank() == 4 ? List.of(3) : List.of(4, 5);
    }

    private static Meaning withoutWindows(Call call, Value reduced) {
        Shape shape = reduced.shape().subShape(0, reduced.shape().rank() / 2 + 1);
        return new Meaning.Tensor(call.g().reshape(reduced, shape));
    }

    // -- arguments of layers

    /** A number twice, a list of two as it is: what {@code conv2d} takes as its kernel. */
    private static Meaning pair(Call call) {
        return new Meaning.Sequence(Geometry.numbers(call, "value", 2, 1).stream()
                .<Meaning>map(Meaning.Whole::of)
                .toList());
    }
}
