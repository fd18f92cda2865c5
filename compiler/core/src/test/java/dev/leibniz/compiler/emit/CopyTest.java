package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of networks, which others use while the original is trained. */
class CopyTest {
    static List<Programs.Case> programs() {
        return List.of(Programs.named("groups and hypers"), Programs.named("states"), Programs.named("randomness"));
    }

    /** A model and the copy of its network that is made when it is asked for. */
    private record Original(Class<?> type, Object net, Model model) {
        static Original of(Generated generated) throws ReflectiveOperationException {
            Class<?> type = generated.classes().loadClass(generated.network().className());
            Object net = type.getMethod("initialise", long.class).invoke(null, 5L);
            return new Original(type, net, model(type, net));
        }

        Model copy() throws ReflectiveOperationException {
            return model(type, type.getMethod("copy").invoke(net));
        }

        private static Model model(Class<?> type, Object net) throws ReflectiveOperationException {
            return (Model) type.getMethod("asModel").invoke(net);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void holdWhatTheNetworkHeldAndGoOnAlike(Programs.Case program) throws Exception {
        Original original = Original.of(Generated.of(program.text()));
        Model model = original.model();
        int[] sizes = Arrays.copyOf(new int[] {6, 5}, model.sizes().size());
        Object[] inputs = Batch.of(model, sizes).inputs();
        model.hypers().forEach(hyper -> model.setHyper(hyper, 0.0625));
        steps(model, inputs, sizes);
        float[] parameters = ((float[]) model.parameters()).clone();
        float[] states = ((float[]) model.states()).clone();

        Model copy = original.copy();
        steps(model, inputs, sizes);

        assertThat((float[]) copy.parameters()).isEqualTo(parameters);
        assertThat((float[]) copy.states()).isEqualTo(states);
        steps(copy, inputs, sizes);
        assertThat((float[]) copy.parameters()).isEqualTo((float[]) model.parameters());
        assertThat((float[]) copy.states()).isEqualTo((float[]) model.states());
        model.hypers().forEach(hyper -> assertThat(copy.hyper(hyper)).isEqualTo(0.0625));
    }

    private static void steps(Model model, Object[] inputs, int[] sizes) {
        if (model.hasLoss()) {
            Model.Training training = model.training(sizes);
            training.step(inputs, sizes);
            training.step(inputs, sizes);
        }
    }

    @Test
    void aHyperMayHaveTheNameOfTheMethod() throws Exception {
        Original original = Original.of(Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N];
                  hyper copy = 2;
                  output y = copy * x;
                }
                """));
        original.model().setHyper("copy", 3);

        assertThat(original.copy().hyper("copy")).isEqualTo(3);
    }
}
