package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.runtime.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmitterTest {
    static final String DIGITS = """
            package samples.digits;
            /** Tells handwritten digits apart. */
            network Digits {
              size N;
              size H = 64;
              input image: float[N, 64];
              input label: int[N] in 0..10;
              hidden = image |> dense(H) |> relu;
              logits = hidden |> dense(10);
              output digit = softmax(logits);
              loss   mean(cross_entropy(logits, label));
              metric accuracy = mean(argmax(logits) == label);
              train  sgd(rate = 0.1, momentum = 0.9);
              train  adam();
            }
            """;

    @Test
    void printed() throws Exception {
        List<JavaSource> sources = Emitter.emit(Scheduled.network(DIGITS));
        for (JavaSource source : sources) {
            java.nio.file.Path file = java.nio.file.Path.of("/tmp/emit-out", source.path());
            java.nio.file.Files.createDirectories(file.getParent());
            java.nio.file.Files.writeString(file, source.text());
        }
        InMemoryJavac.Classes classes = InMemoryJavac.ofRuntime()
                .orElseThrow()
                .compile(
                        sources.stream()
                                .map(s -> new GeneratedFile(s.path(), s.text()))
                                .toList(),
                        "-Xlint:all,-processing,-requires-automatic");
        Model model = (Model)
                classes.loadClass("samples.digits.DigitsModel").getConstructor().newInstance();
        float[] image = new float[5 * 64];
        for (int i = 0; i < image.length; i++) {
            image[i] = (i * 37 % 101) / 101f;
        }
        int[] label = {1, 2, 3, 4, 5};
        float[] p = new float[50];
        model.predict(new Object[] {image}, new int[] {5}, new Object[] {p});
        System.out.println(java.util.Arrays.toString(p));
        Model.Training t = model.training(5);
        for (int i = 0; i < 30; i++) {
            System.out.println(
                    t.step(new Object[] {image, label}, new int[] {5}) + " " + java.util.Arrays.toString(t.results()));
        }
        assertThat(t.results()[1]).isEqualTo(1);
    }
}
