package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void aTrainingThatFailedBeforeItsFirstCheckpointMayBeTriedAgain() throws IOException {
        Path root = Files.writeString(folder.resolve("Root.nn"), """
                package t;
                network Root {
                  size N;
                  input a: float[N];
                  input b: float[N];
                  param w: float = 1;
                  output y = sqrt(w * a);
                  loss   mean(squared_error(y, b));
                  train  sgd(rate = 0.05);
                }
                """);
        Object[] arguments = {"train", root, "--data", table, "--out", folder.resolve("model")};

        assertThat(Session.run(arguments).err())
                .startsWith("error[training]: the loss is NaN in epoch 1, batch 1 of 9, step 1: ")
                .contains("(Root.nn:7)");
        assertThat(folder.resolve("model/checkpoints")).isEmptyDirectory();
        Object[] again = Arrays.copyOf(arguments, 7);
        again[6] = "--debug-nans";
        assertThat(Session.run(again).err())
                .startsWith("error[training]: epoch 1, batch 1 of 9, step 1: ")
                .contains("(Root.nn:7)");
    }

    @Test
    void aMistakeInTheTableIsToldBeforeCheckpointsThatAreInTheWay() throws IOException {
        train("--epochs", 1);
        Files.writeString(table, "a,b,colour,side\n1,2,red,left,5\n");

        assertThat(train().err()).isEqualTo("error[training]: points.csv:2: expected 4 fields, found 5\n");
    }

    @Test
    void aMissingTargetIsRefusedWithItsLineAndAMissingInputIsNot() throws IOException {
        network = Files.writeString(folder.resolve("Sum.nn"), """
                package t;
                network Sum {
                  size N;
                  input x: float[N, 2];
                  input sum: float[N];
                  output y = reshape(x |> dense(1), [N]);
                  loss   mean(squared_error(y, sum));
                  train  sgd(rate = 0.05);
                }
                """);
        StringBuilder rows = new StringBuilder("a,b,sum\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i == 20 ? "NaN" : String.valueOf(i))
                    .append(",1,")
                    .append(i + 1)
                    .append('\n');
        }
        Files.writeString(table, rows);
        assertThat(train("--epochs", 1).err()).isEmpty();
        for (int line : new int[] {2, 17, 35, 41}) {
            String[] lines = rows.toString().split("\n");
            lines[line - 1] = "3,1,NaN";
            Files.writeString(table, String.join("\n", lines));

            assertThat(train().err())
                    .isEqualTo("error[training]: points.csv:" + line
                            + ": column 3 (sum): expected a number, found 'NaN'\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCannotBeMadeIsToldLikeAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Session session = Session.run("train", network, "--data", table, "--out", file.resolve("m"));

        assertThat(session.err())
                .isEqualTo("error[unwritable-file]: cannot write " + file.resolve("m") + ": Not a directory\n");
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
