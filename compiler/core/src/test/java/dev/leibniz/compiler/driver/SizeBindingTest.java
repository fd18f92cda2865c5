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
    void whyALinearSizeHasNoSolutionIsSaid() {
        assertThat(binding.contradiction(Shape.of(N, Size.of(2)), List.of(0L, 2L)))
                .contains("N must be a whole number of at least 1");
        assertThat(binding.contradiction(Shape.of(N.times(2)), List.of(5L)))
                .contains("N must be a whole number of at least 1, so that 2*N cannot be 5");
        assertThat(binding.contradiction(Shape.of(N.times(2)), List.of(6L))).isEmpty();
        assertThat(binding.contradiction(Shape.of(N.times(N)), List.of(9L))).isEmpty();
        assertThat(binding.contradiction(Shape.of(N.times(T)), List.of(9L))).isEmpty();
    }

    @Test
    void shapesAreKnownOnceAllTheirSizesAre() {
        binding.bind("N", 3);

        assertThat(binding.evaluate(Shape.of(N.times(4), Size.of(2)))).contains(List.of(12L, 2L));
        assertThat(binding.evaluate(Shape.of(N, T))).isEmpty();
    }
}
