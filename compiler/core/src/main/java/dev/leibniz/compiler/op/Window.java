package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How one axis is seen through windows: the i-th begins at {@code i·stride}, and its k-th element is {@code k·dilation} further on.
 *
 * @param extent the size of the axis
 * @param size how many elements a window has
 */
public record Window(int axis, Size extent, Size size, int stride, int dilation) {
    /** How far the last element of a window is from the first, and one more. */
    public Size span() {
        return size.plus(-1).times(dilation).plus(1);
    }

    /** How many windows fit: {@code (extent − span)/stride + 1}, rounded down. */
    public Size count() {
        return extent.minus(span()).floorDividedBy(Size.of(stride)).plus(1);
    }

    /** Whether each window begins where the one before it ends, and the last one ends where the axis does. */
    public boolean tiles() {
        return dilation == 1
                && size.equals(Size.of(stride))
                && count().times(size).equals(extent);
    }

    /** What windows have in common with the default: {@code [3, 3], stride = [2, 2]}, as arguments of a call. */
    static List<Object> arguments(List<Window> windows, Function<Window, Size> first) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(windows.stream().map(first).toList());
        if (windows.stream().anyMatch(window -> window.stride != 1)) {
            arguments.add(
                    "stride = " + windows.stream().map(window -> window.stride).toList());
        }
        if (windows.stream().anyMatch(window -> window.dilation != 1)) {
            arguments.add("dilation = "
                    + windows.stream().map(window -> window.dilation).toList());
        }
        return arguments;
    }
}
