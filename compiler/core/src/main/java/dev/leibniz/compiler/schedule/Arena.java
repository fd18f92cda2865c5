package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places in one array for buffers that live at different times: one after the other, each at the lowest offset that nothing placed before covers while it lives (Pisarchyk and Lee, "Efficient memory management for deep neural net inference", 2020). Sizes are formulas; one lies before another if it does so coefficient by
 * coefficient, and so for all free sizes.
 */
final class Arena {
    /** What free sizes are taken to be where one formula must be called the larger. */
    private static final int TYPICAL = 32;

    /**
     * A buffer and when it lives.
     *
     * @param from the number of the first step that touches it
     * @param until that of the last
     */
    record Tenant(Buffer buffer, int from, int until) {}

    /** A tenant's place: coefficients of its first element and of the one behind its last. */
    private record Place(Tenant tenant, long[] low, long[] high) {
        boolean overlapsInTime(Tenant other) {
            return tenant.from <= other.until && other.from <= tenant.until;
        }
    }

    private final List<Size> monomials;
    private final long[] weights;
    private final List<Place> places = new ArrayList<>();
    private final Map<Buffer, Size> offsets = new LinkedHashMap<>();
    /** Where tenants end that end behind all others for some free sizes. */
    private final List<long[]> ends = new ArrayList<>();

    private Arena(List<Tenant> tenants) {
        Set<Size> found = new LinkedHashSet<>();
        tenants.forEach(
                tenant -> found.addAll(tenant.buffer().elements().terms().keySet()));
        monomials = List.copyOf(found);
        weights = monomials.stream()
                .mapToLong(monomial -> monomial.evaluate(name -> TYPICAL))
                .toArray();
    }

    /** The offsets of buffers, and the elements of the array that holds them. */
    record Plan(Map<Buffer, Size> offsets, Size elements) {}

    /** The plan that needs least of those that place the largest first, or the longest-lived, or in the order of time. */
    static Plan place(List<Tenant> tenants) {
        Arena sizes = new Arena(tenants);
        Map<Tenant, Long> weights = new HashMap<>();
        tenants.forEach(tenant -> weights.put(
                tenant, sizes.weight(sizes.coefficients(tenant.buffer().elements()))));
        Comparator<Tenant> bySize = Comparator.comparing(weights::get, Comparator.reverseOrder());
        Comparator<Tenant> byTime = Comparator.comparingInt(Tenant::from);
        Comparator<Tenant> byLife = Comparator.comparingInt(tenant -> tenant.from() - tenant.until());
        Arena best = null;
        for (Comparator<Tenant> order : List.of(
                bySize.thenComparing(byTime),
                byLife.thenComparing(bySize).thenComparing(byTime),
                byTime.thenComparing(bySize))) {
            Arena arena = new Arena(tenants);
            tenants.stream().sorted(order).forEach(arena::place);
            best = best == null || arena.weightOfEnd() < best.weightOfEnd() ? arena : best;
        }
        return new Plan(
                best.offsets, Size.largest(best.ends.stream().map(best::size).toList()));
    }

    private void place(Tenant tenant) {
        long[] length = coefficients(tenant.buffer().elements());
        List<Place> others =
                places.stream().filter(place -> place.overlapsInTime(tenant)).toList();
        long[] low = new long[length.length];
        long[] high = length;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Place other : others) {
                if (!isBefore(high, other.low) && !isBefore(other.high, low)) {
                    low = most(low, other.high);
                    high = sum(low, length);
                    moved = monomials.size() > 1;
                }
            }
        }
        long[] behind = high;
        add(new Place(tenant, low, behind));
        offsets.put(tenant.buffer(), size(low));
        if (ends.stream().noneMatch(end -> isBefore(behind, end))) {
            ends.removeIf(end -> isBefore(end, behind));
            ends.add(behind);
        }
    }

    private long weightOfEnd() {
        return ends.stream().mapToLong(this::weight).max().orElse(0);
    }

    /** Keeps places in the order of their offsets, so that one look at each is enough if sizes differ by a factor alone. */
    private void add(Place place) {
        long weight = weight(place.low);
        int from = 0;
        int to = places.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (weight(places.get(middle).low) <= weight) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        places.add(from, place);
    }

    // -- formulas as coefficients

    private long[] coefficients(Size size) {
        long[] coefficients = new long[monomials.size()];
        size.terms().forEach((monomial, factor) -> coefficients[monomials.indexOf(monomial)] = factor);
        return coefficients;
    }

    private Size size(long[] coefficients) {
        Size size = Size.ZERO;
        for (int k = 0; k < coefficients.length; k++) {
            size = size.plus(monomials.get(k).times(coefficients[k]));
        }
        return size;
    }

    private long weight(long[] coefficients) {
        long weight = 0;
        for (int k = 0; k < coefficients.length; k++) {
            weight += coefficients[k] * weights[k];
        }
        return weight;
    }

    private static boolean isBefore(long[] end, long[] begin) {
        for (int k = 0; k < end.length; k++) {
            if (end[k] > begin[k]) {
                return false;
            }
        }
        return true;
    }

    private static long[] most(long[] a, long[] b) {
        long[] most = Arrays.copyOf(a, a.length);
        for (int k = 0; k < most.length; k++) {
            most[k] = Math.max(most[k], b[k]);
        }
        return most;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = Arrays.copyOf(a, a.length);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += b[k];
        }
        return sum;
    }

    /** Elements that live at the same time, as many as at any: no plan needs less. */
    static Size least(List<Tenant> tenants) {
        int steps = tenants.stream().mapToInt(Tenant::until).max().orElse(-1) + 1;
        Map<Integer, List<Tenant>> born = new LinkedHashMap<>();
        Map<Integer, List<Tenant>> dead = new LinkedHashMap<>();
        for (Tenant tenant : tenants) {
            born.computeIfAbsent(tenant.from(), at -> new ArrayList<>()).add(tenant);
            dead.computeIfAbsent(tenant.until(), at -> new ArrayList<>()).add(tenant);
        }
        Size live = Size.ZERO;
        List<Size> most = new ArrayList<>();
        for (int at = 0; at < steps; at++) {
            for (Tenant tenant : born.getOrDefault(at, List.of())) {
                live = live.plus(tenant.buffer().elements());
            }
            Size now = live;
            if (most.stream().noneMatch(other -> other.covers(now))) {
                most.removeIf(now::covers);
                most.add(now);
            }
            for (Tenant tenant : dead.getOrDefault(at, List.of())) {
                live = live.minus(tenant.buffer().elements());
            }
        }
        return Size.largest(most);
    }
}
