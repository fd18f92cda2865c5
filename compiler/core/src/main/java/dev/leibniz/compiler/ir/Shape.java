package dev.leibniz.compiler.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The dimensions of a tensor, outermost first; the empty shape is a scalar. */
public record Shape(List<Size> sizes) {
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        sizes = List.copyOf(sizes);
    }

    public static Shape of(Size... sizes) {
        return new Shape(Arrays.asList(sizes));
    }

    public static Shape of(long... sizes) {
        return new Shape(Arrays.stream(sizes).mapToObj(Size::of).toList());
    }

    public int rank() {
        return sizes.size();
    }

    /** The size of an axis; a negative axis counts from the end. */
    public Size get(int axis) {
        return sizes.get(axis < 0 ? axis + rank() : axis);
    }

    /** The number of elements. */
    public Size elements() {
        Size product = Size.ONE;
        for (Size size : sizes) {
            product = product.times(size);
        }
        return product;
    }

    /** This shape with the size of one axis replaced. */
    public Shape with(int axis, Size size) {
        List<Size> changed = new ArrayList<>(sizes);
        changed.set(axis < 0 ? axis + rank() : axis, size);
        return new Shape(changed);
    }

    public Shape without(int axis) {
        List<Size> rest = new ArrayList<>(sizes);
        rest.remove(axis < 0 ? axis + rank() : axis);
        return new Shape(rest);
    }

    public Shape insert(int axis, Size size) {
        List<Size> more = new ArrayList<>(sizes);
        more.add(axis, size);
        return new Shape(more);
    }

    public Shape subShape(int from, int to) {
        return new Shape(sizes.subList(from, to));
    }

    public Shape append(Shape other) {
        List<Size> all = new ArrayList<>(sizes);
        all.addAll(other.sizes);
        return new Shape(all);
    }

    /** Row-major strides: how many elements apart neighbours along each axis are. */
    public List<Size> strides() {
        Size[] strides = new Size[rank()];
        Size stride = Size.ONE;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = stride.times(sizes.get(axis));
        }
        return List.of(strides);
    }

    /** NumPy's rule: trailing axes aligned, a missing axis or the literal size 1 is repeated. Empty if the two do not fit. */
    public static Optional<Shape> broadcast(Shape a, Shape b) {
        if (a.equals(b) || b.rank() == 0) {
            return Optional.of(a);
        }
        int rank = Math.max(a.rank(), b.rank());
        List<Size> sizes = new ArrayList<>();
        for (int axis = -rank; axis < 0; axis++) {
            Size p = -axis <= a.rank() ? a.get(axis) : Size.ONE;
            Size q = -axis <= b.rank() ? b.get(axis) : Size.ONE;
            if (!p.equals(q) && !p.isOne() && !q.isOne()) {
                return Optional.empty();
            }
            sizes.add(p.isOne() ? q : p);
        }
        return Optional.of(new Shape(sizes));
    }

    /** Whether a tensor of this shape broadcasts to exactly {@code target}. */
    public boolean broadcastsTo(Shape target) {
        return broadcast(this, target).filter(target::equals).isPresent();
    }

    @Override
    public String toString() {
        return Size.list(sizes);
    }
}
