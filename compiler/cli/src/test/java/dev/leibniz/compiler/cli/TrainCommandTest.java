package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path network;
    private Path table;

    @BeforeEach
    void write() throws IOException {
        network = Files.writeString(folder.resolve("Side.nn"), """
                package t;

                /** Tells on which side of a line a point lies. */
                network Side {
                  size N;
                  input x: float[N, 4];
                  input side: int[N] in 0..2;
                  logits = x |> dense(2);
                  output p = softmax(logits);
                  loss   mean(cross_entropy(logits, side));
                  metric accuracy = mean(argmax(logits) == side);
                  train  adam(rate = 0.05);
                }
                """);
        StringBuilder rows = new StringBuilder("a,b,colour,side\n");
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            rows.append(a).append(',').append(b).append(',');
            rows.append(random.nextBoolean() ? "red" : "blue").append(',');
            rows.append(2 * a - b > 0.3 ? "left" : "right").append('\n');
        }
        table = Files.writeString(folder.resolve("points.csv"), rows);
    }

    private Session train(Object... more) {
        Object[] arguments = new Object[more.length + 6];
        Object[] always = {"train", network, "--data", table, "--out", folder.resolve("model")};
        System.arraycopy(always, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Session.run(arguments);
    }

    @Test
    void aModelIsLeftWithItsColumnsItsHistoryAndAPage() {
        Session session = train("--epochs", 30);

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out())
                .startsWith("x: a, b, colour\nside: side\nepoch 1/30")
                .containsPattern("60 rows not seen: loss 0\\.\\d+, accuracy (0\\.9\\d|1\\.0)")
                .endsWith("model in " + folder.resolve("model") + "\n");
        for (String file : new String[] {"model.safetensors", "columns.safetensors", "history.csv", "run.html"}) {
            assertThat(folder.resolve("model").resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void aFolderOfAnotherTrainingIsLeftAloneUnlessItIsToGoOn() {
        train("--epochs", 2);

        assertThat(train("--epochs", 4).err()).contains("error[not-empty]").contains("--resume");
        assertThat(train("--epochs", 4, "--resume").out())
                .contains("going on from epoch 3")
                .contains("epoch 4/4");
    }

    @Test
    void columnsThatDoNotFitAreToldWithWhatTheyGive() {
        Session session = train("--input", "x=a,b");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err())
                .startsWith("error[columns]: input `x` takes 4 elements a row, its columns give 2: a, b\n");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void misspeltColumnsAndInputsAreRefusedWithTheClosest() {
        assertThat(train("--input", "x=a,b,color").err()).contains("did you mean `colour`?");
        assertThat(train("--input", "sied=side").err()).contains("did you mean `side`?");
    }

    @Test
    void aTableThatIsNotThereIsOneLine() {
        Session session = Session.run("train", network, "--data", folder.resolve("none.csv"));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err())
                .startsWith("error[no-such-file]: there is no file ")
                .doesNotContain("\tat ");
    }
}
