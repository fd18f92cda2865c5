package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SizeBindingTest {
    private static final Size N = Size.symbol("N");
    private static final Size T = Size.symbol("T");

    private final SizeBinding binding = new SizeBinding();

    @Test
    void aSizeByItselfIsWhatTheTensorHas() {
        assertThat(binding.learn(Shape.of(N, Size.of(4), T), List.of(3L, 4L, 7L)))
                .isTrue();

        assertThat(binding.values()).isEqualTo(Map.of("N", 3L, "T", 7L));
        assertThat(binding.learn(Shape.of(N), List.of(5L))).isFalse();
    }

    @Test
    void linearSizesAreSolved() {
        binding.learn(Shape.of(N.times(2).plus(1)), List.of(9L));
        binding.learn(Shape.of(T.minus(N)), List.of(3L));

        assertThat(binding.values()).isEqualTo(Map.of("N", 4L, "T", 7L));
    }

    @Test
    void whatHasNoSolutionStaysUnknown() {
        assertThat(binding.learn(Shape.of(N.times(2)), List.of(9L))).isFalse();
        assertThat(binding.learn(Shape.of(N.plus(5)), List.of(5L))).isFalse();
        assertThat(binding.learn(Shape.of(N.times(T)), List.of(12L))).isFalse();

        assertThat(binding.values()).isEmpty();
        assertThat(binding.evaluate(N)).isEmpty();
    }

    @Test
    void shapesAreKnownOnceAllTheirSizesAre() {
        binding.bind("N", 3);

        assertThat(binding.evaluate(Shape.of(N.times(4), Size.of(2)))).contains(List.of(12L, 2L));
        assertThat(binding.evaluate(Shape.of(N, T))).isEmpty();
    }
}
