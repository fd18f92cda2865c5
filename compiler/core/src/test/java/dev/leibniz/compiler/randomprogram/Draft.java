package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A program being drawn: what is declared so far, what names mean here, and the random numbers that everything is chosen by. */
final class Draft {
    /** A {@code scan} around what is drawn. */
    record Loop(String variable, Dim extent) {}

    private static final long MOST_ELEMENTS = 1600;
    private static final int MOST_LEAVES = 6;
    private static final int MOST_EXPRESSIONS = 30;
    private static final int[] VALUES = {1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 16, 17, 33, 260};

    final Random random;
    final List<String> declarations = new ArrayList<>();
    final Map<String, Integer> sizes = new LinkedHashMap<>();
    final List<Stmt> leaves = new ArrayList<>();
    final List<Loop> loops = new ArrayList<>();
    List<Expr> scope = new ArrayList<>();
    private final List<Dim> dims = new ArrayList<>();
    private int names;
    private int declared;
    private int made;
    int gradients;
    boolean pure;

    Draft(Random random) {
        this.random = random;
        for (String name : List.of("A", "B", "C")) {
            int value = VALUES[random.nextInt(VALUES.length)];
            sizes.put(name, value);
            dims.add(new Dim(name, value));
        }
    }

    // -- choices

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[below(of.length)];
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    String name(String prefix) {
        return prefix + names++;
    }

    String number() {
        return one("0.5", "2", "1", "0.25", "1.5", "3", "0.1", "-1", "-0.7");
    }

    /** Whether there is room for parts of parts. */
    boolean mayGrow() {
        return made < MOST_EXPRESSIONS;
    }

    void count() {
        made++;
    }

    boolean fits(Type type) {
        return type.rank() <= 4 && type.elements() <= MOST_ELEMENTS;
    }

    // -- types

    Dim fixedDim() {
        return chance(0.1) ? Dim.ONE : one(dims);
    }

    Dim dim() {
        return chance(0.75) ? fixedDim() : Dim.free(one("N", "T"));
    }

    Type floats() {
        while (true) {
            List<Dim> shape = new ArrayList<>();
            int rank = one(0, 1, 1, 2, 2, 2, 3, 3, 4);
            for (int axis = 0; axis < rank; axis++) {
                shape.add(axis == 0 && chance(0.6) ? Dim.free("N") : dim());
            }
            Type type = Type.floats(shape);
            if (fits(type)) {
                return type;
            }
        }
    }

    Type fixedFloats() {
        while (true) {
            List<Dim> shape = new ArrayList<>();
            for (int axis = below(4); axis > 0; axis--) {
                shape.add(fixedDim());
            }
            if (fits(Type.floats(shape))) {
                return Type.floats(shape);
            }
        }
    }

    /** A shape that broadcasts to the type's. */
    Type smaller(Type type) {
        List<Dim> shape = new ArrayList<>(type.shape());
        while (!shape.isEmpty() && chance(0.3)) {
            shape.remove(0);
        }
        shape.replaceAll(dim -> chance(0.15) ? Dim.ONE : dim);
        return type.with(shape);
    }

    // -- leaves

    boolean mayDeclare() {
        return !pure && declared < MOST_LEAVES;
    }

    /** A new input, parameter, hyper or state of the type. */
    Expr declare(Type type) {
        declared++;
        Expr leaf = Expr.of(type, name(type.isFloat() ? "v" : "k"));
        leaves.add(Stmt.of(declaration(leaf)));
        scope.add(leaf);
        return leaf;
    }

    void parameter(Type type) {
        Expr leaf = Expr.of(type, name("w"));
        leaves.add(Stmt.of("param " + leaf.text() + ": " + type + " = normal(0, 1)"));
        scope.add(leaf);
    }

    private String declaration(Expr leaf) {
        Type type = leaf.type();
        if (type.isFloat() && type.isFixed() && chance(0.6)) {
            return "param " + leaf.text() + ": " + type + " = " + one("normal(0, 1)", "uniform(0.1, 1.5)", "zeros()");
        } else if (type.isFloat() && type.rank() == 0 && chance(0.5)) {
            return "hyper " + leaf.text() + " = " + one("0.7", "1.3", "-0.4");
        }
        return "input " + leaf.text() + ": " + type;
    }

    /** A new input of ints below a size. */
    Expr ids(List<Dim> shape, Dim below) {
        Expr leaf = Expr.of(new Type(DType.INT, shape), name("k"));
        leaves.add(Stmt.of("input " + leaf.text() + ": " + leaf.type() + " in 0.." + below.text()));
        return leaf;
    }
}
