package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Temporaries that live at the same time never share an element, whatever the free sizes are. */
final class ArenaTest {
    private static final Size N = Size.symbol("N");
    private static final Size T = Size.symbol("T");

    private static Arena.Tenant tenant(int number, Size elements, int from, int until) {
        Buffer buffer = new Buffer("v" + number, Buffer.Kind.SLOT, DType.FLOAT, elements, Size.ZERO);
        return new Arena.Tenant(buffer, from, until);
    }

    private static List<Arena.Tenant> tenants(Random random, int count, boolean several) {
        List<Arena.Tenant> tenants = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Size elements = N.times(1 + random.nextInt(40));
            if (several) {
                elements = switch (random.nextInt(4)) {
                    case 0 -> elements;
                    case 1 -> elements.times(T).minus(N.times(random.nextInt(2)));
                    case 2 -> T.times(1 + random.nextInt(9)).plus(random.nextInt(5));
                    default -> Size.of(1 + random.nextInt(100));
                };
            }
            int from = random.nextInt(count);
            tenants.add(tenant(k, elements, from, from + random.nextInt(1 + random.nextInt(count))));
        }
        return tenants;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatLivesAtTheSameTimeIsApart(boolean several) {
        for (int seed = 0; seed < 60; seed++) {
            List<Arena.Tenant> tenants = tenants(new Random(seed), 1 + seed, several);
            Arena.Plan plan = Arena.place(tenants);
            for (long[] sizes : new long[][] {{1, 1}, {1, 9}, {7, 1}, {1000, 3}, {2, 5000}}) {
                ToLongFunction<String> binding = name -> sizes[name.equals("N") ? 0 : 1];
                assertApart(tenants, plan, binding);
                assertThat(plan.elements().evaluate(binding))
                        .isGreaterThanOrEqualTo(Arena.least(tenants).evaluate(binding));
            }
        }
    }

    private static void assertApart(List<Arena.Tenant> tenants, Arena.Plan plan, ToLongFunction<String> binding) {
        for (Arena.Tenant a : tenants) {
            long low = plan.offsets().get(a.buffer()).evaluate(binding);
            long high = low + a.buffer().elements().evaluate(binding);
            assertThat(low).isNotNegative();
            assertThat(high).isLessThanOrEqualTo(plan.elements().evaluate(binding));
            for (Arena.Tenant b : tenants) {
                long other = plan.offsets().get(b.buffer()).evaluate(binding);
                long end = other + b.buffer().elements().evaluate(binding);
                boolean together = a != b && a.from() <= b.until() && b.from() <= a.until();
                assertThat(together && low < end && other < high).isFalse();
            }
        }
    }

    @Test
    void noMemoryIsLostBetweenOnesThatTakeTurns() {
        List<Arena.Tenant> tenants = List.of(
                tenant(0, N.times(4), 0, 1),
                tenant(1, N.times(3), 1, 2),
                tenant(2, N.times(4), 2, 3),
                tenant(3, N.times(2), 3, 4),
                tenant(4, N.times(5), 4, 5));

        assertThat(Arena.least(tenants)).isEqualTo(N.times(7));
        assertThat(Arena.place(tenants).elements()).isEqualTo(N.times(7));
    }

    @Test
    void formulasThatAreNotNeededTogetherAreNotAddedUp() {
        List<Arena.Tenant> tenants =
                List.of(tenant(0, N, 0, 3), tenant(1, N.times(2), 0, 1), tenant(2, Size.of(60), 2, 3));

        Size most = Size.largest(List.of(N.times(3), N.plus(60)));
        assertThat(Arena.least(tenants)).isEqualTo(most);
        assertThat(Arena.place(tenants).elements()).isEqualTo(most);
    }
}
