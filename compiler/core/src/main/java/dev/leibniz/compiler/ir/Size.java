package dev.leibniz.compiler.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A dimension: a polynomial with integer coefficients in the free sizes of a network, in quotients and roots of such polynomials,
 * rounded down, and in the largest of several.
 *
 * <p>Kept in normal form, so that two sizes are equal exactly if they are the same polynomial: {@code N*T} equals {@code T*N}, while {@code N}
 * never equals {@code T} or {@code 1}.
 */
public final class Size implements Comparable<Size> {
    public static final Size ZERO = new Size(new TreeMap<>());
    public static final Size ONE = of(1);

    /** What a monomial multiplies: a free size or the number of a turn, a rounded-down quotient or root that has no polynomial form, or the largest of sizes. */
    private sealed interface Atom permits Symbol, Quotient, Root, Maximum {}

    private record Symbol(String name, boolean mayBeZero) implements Atom {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Quotient(Size dividend, Size divisor) implements Atom {
        @Override
        public String toString() {
            return "(" + dividend.parenthesised() + "/" + divisor.parenthesised() + ")";
        }
    }

    private record Root(Size radicand) implements Atom {
        @Override
        public String toString() {
            return "isqrt(" + radicand + ")";
        }
    }

    /** Of sizes none of which is larger than another for all free sizes. */
    private record Maximum(List<Size> sizes) implements Atom {
        @Override
        public String toString() {
            String text = sizes.get(0).toString();
            for (Size size : sizes.subList(1, sizes.size())) {
                text = "max(" + size + ", " + text + ")";
            }
            return text;
        }
    }

    /** A product of atoms, sorted by name; the empty product is 1. */
    private record Monomial(List<Atom> atoms) implements Comparable<Monomial> {
        static final Monomial UNIT = new Monomial(List.of());

        Monomial times(Monomial other) {
            List<Atom> all = new ArrayList<>(atoms);
            all.addAll(other.atoms);
            all.sort((a, b) -> a.toString().compareTo(b.toString()));
            return new Monomial(List.copyOf(all));
        }

        Optional<Monomial> dividedBy(Monomial other) {
            List<Atom> rest = new ArrayList<>(atoms);
            for (Atom atom : other.atoms) {
                if (!rest.remove(atom)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Monomial(List.copyOf(rest)));
        }

        @Override
        public int compareTo(Monomial other) {
            int byDegree = Integer.compare(other.atoms.size(), atoms.size());
            if (atoms.equals(other.atoms)) {
                return 0;
            }
            for (int k = 0; byDegree == 0 && k < atoms.size(); k++) {
                byDegree = atoms.get(k).toString().compareTo(other.atoms.get(k).toString());
            }
            return byDegree;
        }

        @Override
        public String toString() {
            return String.join("*", atoms.stream().map(Atom::toString).toList());
        }
    }

    private final TreeMap<Monomial, Long> terms;

    private Size(TreeMap<Monomial, Long> terms) {
        this.terms = terms;
    }

    /** The fixed size {@code value}, which may be negative while sizes are being computed. */
    public static Size of(long value) {
        TreeMap<Monomial, Long> terms = new TreeMap<>();
        if (value != 0) {
            terms.put(Monomial.UNIT, value);
        }
        return new Size(terms);
    }

    /** The free size {@code name}, bound at run time and at least 1. */
    public static Size symbol(String name) {
        return of(new Symbol(name, false));
    }

    /** The variable of a loop at run time, at least 0: within the loop's body it takes part in sizes like a free size. */
    public static Size turn(String name) {
        return of(new Symbol(name, true));
    }

    public Size plus(Size other) {
        TreeMap<Monomial, Long> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, factor) -> add(sum, monomial, factor));
        return new Size(sum);
    }

    public Size minus(Size other) {
        return plus(other.times(of(-1)));
    }

    public Size times(Size other) {
        TreeMap<Monomial, Long> product = new TreeMap<>();
        terms.forEach((a, p) -> other.terms.forEach((b, q) -> add(product, a.times(b), Math.multiplyExact(p, q))));
        return new Size(product);
    }

    public Size plus(long value) {
        return plus(of(value));
    }

    public Size times(long value) {
        return value > 0 && terms.size() == 1 && isMaximum(terms.firstEntry())
                ? largest(((Maximum) terms.firstKey().atoms().get(0))
                        .sizes().stream().map(size -> size.times(value)).toList())
                : times(of(value));
    }

    private static boolean isMaximum(Map.Entry<Monomial, Long> term) {
        List<Atom> atoms = term.getKey().atoms();
        return term.getValue() == 1 && atoms.size() == 1 && atoms.get(0) instanceof Maximum;
    }

    private static void add(TreeMap<Monomial, Long> terms, Monomial monomial, long factor) {
        long sum = Math.addExact(terms.getOrDefault(monomial, 0L), factor);
        if (sum == 0) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
    }

    /**
     * The quotient, if this is a multiple of {@code divisor} whatever the free sizes are: by long division, the terms of highest degree first. None either if a coefficient on the way is beyond what a long
     * holds.
     */
    public Optional<Size> dividedBy(Size divisor) {
        try {
            return longDivision(divisor);
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    private Optional<Size> longDivision(Size divisor) {
        Map.Entry<Monomial, Long> by = divisor.terms.firstEntry();
        TreeMap<Monomial, Long> quotient = new TreeMap<>();
        Size rest = this;
        while (by != null && !rest.terms.isEmpty()) {
            Map.Entry<Monomial, Long> first = rest.terms.firstEntry();
            Optional<Monomial> monomial = first.getKey().dividedBy(by.getKey());
            if (monomial.isEmpty() || first.getValue() % by.getValue() != 0) {
                return Optional.empty();
            }
            TreeMap<Monomial, Long> term = new TreeMap<>();
            term.put(monomial.get(), first.getValue() / by.getValue());
            quotient.putAll(term);
            rest = rest.minus(new Size(term).times(divisor));
        }
        return by == null ? Optional.empty() : Optional.of(new Size(quotient));
    }

    /**
     * The quotient rounded down: what has a polynomial form, and for the rest an opaque quotient that is computed at run time. Dividing by a number leaves
     * coefficients below it and not negative, so that equal quotients are equal sizes: {@code (N + 3)/2} is {@code (N + 1)/2 + 1}.
     */
    public Size floorDividedBy(Size divisor) {
        Optional<Size> exact = dividedBy(divisor);
        if (exact.isPresent()) {
            return exact.get();
        } else if (!divisor.isConstant()) {
            return of(new Quotient(this, divisor));
        }
        long number = divisor.constant();
        TreeMap<Monomial, Long> whole = new TreeMap<>();
        TreeMap<Monomial, Long> rest = new TreeMap<>();
        terms.forEach((monomial, factor) -> {
            add(whole, monomial, Math.floorDiv(factor, number));
            add(rest, monomial, Math.floorMod(factor, number));
        });
        Size remainder = new Size(rest);
        return new Size(whole).plus(remainder.isConstant() ? ZERO : of(new Quotient(remainder, divisor)));
    }

    /** The square root rounded down, of what is not negative. */
    public Size squareRoot() {
        return isConstant() ? of(root(constant())) : of(new Root(this));
    }

    /** The largest of sizes, whichever that is for given free sizes; 0 of none. */
    public static Size largest(Collection<Size> sizes) {
        List<Size> candidates = new ArrayList<>();
        for (Size size : new TreeSet<>(sizes)) {
            if (candidates.stream().noneMatch(other -> other.minus(size).isNeverNegative())) {
                candidates.removeIf(other -> size.minus(other).isNeverNegative());
                candidates.add(size);
            }
        }
        if (candidates.isEmpty()) {
            return ZERO;
        }
        return candidates.size() > 1 ? of(new Maximum(List.copyOf(candidates))) : candidates.get(0);
    }

    private static long root(long number) {
        return (long) Math.sqrt(number);
    }

    private static Size of(Atom atom) {
        TreeMap<Monomial, Long> terms = new TreeMap<>();
        terms.put(new Monomial(List.of(atom)), 1L);
        return new Size(terms);
    }

    public boolean isConstant() {
        return terms.isEmpty() || (terms.size() == 1 && terms.firstKey().atoms().isEmpty());
    }

    /** The value of a fixed size. */
    public long constant() {
        if (!isConstant()) {
            throw new IllegalStateException("size " + this + " is not fixed");
        }
        return terms.isEmpty() ? 0 : terms.firstEntry().getValue();
    }

    public OptionalLong asConstant() {
        return isConstant() ? OptionalLong.of(constant()) : OptionalLong.empty();
    }

    public boolean isOne() {
        return this == ONE || equals(ONE);
    }

    /** Whether this is at least 0 whatever the free sizes are; false also if that is not plain to see. */
    public boolean isNeverNegative() {
        Size fromLeast = this;
        for (Symbol symbol : atoms()) {
            if (!symbol.mayBeZero()) {
                fromLeast = fromLeast.substitute(symbol.name(), of(symbol).plus(1));
            }
        }
        return fromLeast.terms.entrySet().stream()
                .allMatch(term ->
                        term.getValue() >= 0 && term.getKey().atoms().stream().allMatch(Size::isNeverNegative));
    }

    private static boolean isNeverNegative(Atom atom) {
        return atom instanceof Symbol
                || atom instanceof Root
                || atom instanceof Maximum maximum && maximum.sizes().stream().anyMatch(Size::isNeverNegative)
                || atom instanceof Quotient quotient
                        && quotient.dividend().isNeverNegative()
                        && quotient.divisor().isConstant();
    }

    /** The free sizes that occur, and the variables of loops, in alphabetical order. */
    public List<String> symbols() {
        return atoms().stream().map(Symbol::name).toList();
    }

    /** Whether the free size or variable of a loop occurs. */
    public boolean mentions(String name) {
        return atoms().stream().anyMatch(symbol -> symbol.name().equals(name));
    }

    private Set<Symbol> atoms() {
        TreeSet<Symbol> found = new TreeSet<>((a, b) -> a.name().compareTo(b.name()));
        for (Monomial monomial : terms.keySet()) {
            for (Atom atom : monomial.atoms()) {
                if (atom instanceof Symbol symbol) {
                    found.add(symbol);
                } else if (atom instanceof Quotient quotient) {
                    found.addAll(quotient.dividend().atoms());
                    found.addAll(quotient.divisor().atoms());
                } else if (atom instanceof Root root) {
                    found.addAll(root.radicand().atoms());
                } else if (atom instanceof Maximum maximum) {
                    maximum.sizes().forEach(size -> found.addAll(size.atoms()));
                }
            }
        }
        return found;
    }

    /** The value once every free size has one. */
    public long evaluate(ToLongFunction<String> binding) {
        long sum = 0;
        for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
            long product = term.getValue();
            for (Atom atom : term.getKey().atoms()) {
                product = Math.multiplyExact(product, evaluate(atom, binding));
            }
            sum = Math.addExact(sum, product);
        }
        return sum;
    }

    private static long evaluate(Atom atom, ToLongFunction<String> binding) {
        if (atom instanceof Quotient quotient) {
            return Math.floorDiv(
                    quotient.dividend().evaluate(binding), quotient.divisor().evaluate(binding));
        } else if (atom instanceof Root root) {
            return root(root.radicand().evaluate(binding));
        } else if (atom instanceof Maximum maximum) {
            return maximum.sizes().stream()
                    .mapToLong(size -> size.evaluate(binding))
                    .max()
                    .orElseThrow();
        }
        return binding.applyAsLong(((Symbol) atom).name());
    }

    /** This size with the free size {@code name} replaced. */
    public Size substitute(String name, Size replacement) {
        Size sum = ZERO;
        for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
            Size product = of(term.getValue());
            for (Atom atom : term.getKey().atoms()) {
                product = product.times(substitute(atom, name, replacement));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    private static Size substitute(Atom atom, String name, Size replacement) {
        if (atom instanceof Quotient quotient) {
            return quotient.dividend()
                    .substitute(name, replacement)
                    .floorDividedBy(quotient.divisor().substitute(name, replacement));
        }
        if (atom instanceof Root root) {
            return root.radicand().substitute(name, replacement).squareRoot();
        }
        if (atom instanceof Maximum maximum) {
            return largest(maximum.sizes().stream()
                    .map(size -> size.substitute(name, replacement))
                    .toList());
        }
        return ((Symbol) atom).name().equals(name) ? replacement : of(atom);
    }

    /** The products of free sizes, quotients and roots that occur, and their coefficients, highest degree first. */
    public Map<Size, Long> terms() {
        Map<Size, Long> found = new LinkedHashMap<>();
        terms.forEach((monomial, factor) -> {
            TreeMap<Monomial, Long> single = new TreeMap<>();
            single.put(monomial, 1L);
            found.put(new Size(single), factor);
        });
        return found;
    }

    /** Whether this is at least {@code other} for all free sizes, as far as the coefficients show: none is smaller. */
    public boolean covers(Size other) {
        Size rest = minus(other);
        return rest.terms.values().stream().allMatch(factor -> factor > 0);
    }

    /** As {@link #toString()}, in parentheses unless it is a single factor. */
    public String parenthesised() {
        String text = toString();
        return text.matches("\\w+") ? text : "(" + text + ")";
    }

    @Override
    public int compareTo(Size other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof Size size && terms.equals(size.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** The polynomial in `.nn` (and Java) syntax, highest degree first: {@code N*T + 2*N - 1}. */
    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((monomial, factor) -> {
            if (!text.isEmpty()) {
                text.append(factor < 0 ? " - " : " + ");
            } else if (factor < 0) {
                text.append('-');
            }
            long magnitude = Math.abs(factor);
            if (monomial.atoms().isEmpty()) {
                text.append(magnitude);
            } else {
                text.append(magnitude == 1 ? "" : magnitude + "*").append(monomial);
            }
        });
        return text.toString();
    }

    /** Sizes as a list, the way shapes print: {@code [N, 64]}. */
    static String list(List<Size> sizes) {
        return "["
                + String.join(
                        ", ",
                        Collections.unmodifiableList(sizes).stream()
                                .map(Size::toString)
                                .toList()) + "]";
    }
}
