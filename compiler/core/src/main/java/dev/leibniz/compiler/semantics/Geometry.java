package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Window;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How windows lie over the axes of a tensor behind its second, as the arguments {@code stride}, {@code padding} and {@code dilation} of a call say: numbers for
 * all axes, or lists with one for each.
 *
 * @param sizes of a window
 * @param before padding in front of each axis
 * @param after padding behind it
 */
record Geometry(
        Call call,
        Operand x,
        List<Size> sizes,
        List<Integer> strides,
        List<Integer> before,
        List<Integer> after,
        List<Integer> dilations) {
    /** The most that a stride, padding or dilation may be. */
    private static final int LARGEST = 1 << 20;

    /** The geometry of windows of these sizes. */
    static Geometry of(Call call, List<Size> sizes, List<Integer> strides) {
        int axes = sizes.size();
        List<Integer> dilations =
                call.operands().containsKey("dilation") ? numbers(call, "dilation", axes, 1) : same(1, axes);
        List<Integer> before = same(0, axes);
        List<Integer> after = before;
        if (isSame(call)) {
            before = new ArrayList<>();
            after = new ArrayList<>();
            for (int k = 0; k < axes; k++) {
                int total = total(call, sizes.get(k), strides.get(k), dilations.get(k));
                before.add(total / 2);
                after.add(total - total / 2);
            }
        } else if (call.operands().containsKey("padding")) {
            before = numbers(call, "padding", axes, 0);
            after = before;
        }
        return new Geometry(call, call.operand("x"), sizes, strides, before, after, dilations);
    }

    static List<Integer> strides(Call call, int axes) {
        return call.operands().containsKey("stride") ? numbers(call, "stride", axes, 1) : same(1, axes);
    }

    static List<Integer> same(int number, int axes) {
        return Collections.nCopies(axes, number);
    }

    // -- padding that keeps sizes

    private static boolean isSame(Call call) {
        if (!call.operands().containsKey("padding")
                || !(call.operand("padding").meaning() instanceof Meaning.Text text)) {
            return false;
        } else if (!text.text().equals("same")) {
            throw call.needs("a number, a list or \"same\" as `padding`", call.operand("padding"));
        }
        return true;
    }

    /** The padding that makes as many windows as there are elements. */
    private static int total(Call call, Size size, int stride, int dilation) {
        Operand padding = call.operand("padding");
        if (stride != 1) {
            throw call.fail(new TypeProblems.BadValue(
                    padding.span(), "padding \"same\" needs a stride of 1", "used with stride " + stride));
        } else if (!size.isConstant()) {
            throw call.fail(new TypeProblems.NotConstant(
                    padding.span(), "the size of windows that padding \"same\" is for", padding));
        }
        return Math.toIntExact((size.constant() - 1) * dilation);
    }

    // -- numbers

    /** A number for all axes, or a list with one for each, not below {@code least}. */
    static List<Integer> numbers(Call call, String parameter, int axes, int least) {
        Operand operand = call.operand(parameter);
        if (!(operand.meaning() instanceof Meaning.Sequence)) {
            return same(number(call, parameter, operand, least), axes);
        }
        List<Operand> items = call.items(operand, "");
        if (items.size() != axes) {
            String needed = axes == 1 ? "a number" : "a number or a list of " + axes;
            throw call.needs(needed + " as `" + parameter + "`", operand);
        }
        return items.stream().map(item -> number(call, parameter, item, least)).toList();
    }

    private static int number(Call call, String parameter, Operand operand, int least) {
        Size number = call.size(operand);
        if (!number.isConstant()) {
            throw call.fail(new TypeProblems.NotConstant(
                    operand.span(), "`" + parameter + "` of `" + call.name() + "`", operand));
        } else if (number.constant() < least) {
            throw call.fail(new TypeProblems.BadValue(
                    operand.span(),
                    "`" + parameter + "` of `" + call.name() + "` must be at least " + least,
                    number.toString()));
        } else if (number.constant() > LARGEST) {
            throw call.fail(new StructureProblems.TooLarge(
                    operand.span(), "`" + parameter + "` of `" + call.name() + "`", LARGEST));
        }
        return (int) number.constant();
    }

    // -- windows

    /** The windows over the padded tensor, whose windowed axes are its last ones. */
    List<Window> windows(Value padded) {
        int first = padded.shape().rank() - sizes.size();
        List<Window> windows = new ArrayList<>();
        for (int k = 0; k < sizes.size(); k++) {
            Size extent = padded.shape().get(first + k);
            Window window = new Window(first + k, extent, sizes.get(k), strides.get(k), dilations.get(k));
            require(window, before.get(k) + after.get(k));
            windows.add(window);
        }
        return windows;
    }

    private void require(Window window, int padding) {
        WindowProblems.WindowTooLarge problem =
                new WindowProblems.WindowTooLarge(call.at(), call.name(), window, padding, x);
        require(window.extent().minus(window.span()), problem, problem.message());
    }

    /** Refuses a result without elements along an axis. */
    void requireRoom(int axis, Size size) {
        WindowProblems.NothingLeft problem = new WindowProblems.NothingLeft(call.at(), call.name(), axis, size, x);
        require(size.plus(-1), problem, problem.message());
    }

    private void require(Size notNegative, Problem problem, String message) {
        Span visible = call.site().reporter().visible(call.at());
        if (!call.site().rules().requirements().notNegative(notNegative, message, visible)) {
            throw call.fail(problem);
        }
    }

    /** The tensor with {@code value} around its last axes. */
    Value pad(Value tensor, double value) {
        int first = tensor.shape().rank() - sizes.size();
        Value padded = tensor;
        for (int k = 0; k < sizes.size(); k++) {
            padded = call.g().pad(padded, first + k, Size.of(before.get(k)), Size.of(after.get(k)), value);
        }
        return padded;
    }
}
