package dev.leibniz.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final History HISTORY = new History(
            List.of("accuracy"),
            List.of(
                    new History.Epoch(new double[] {1.5, 0.25}, new double[] {2, 0.125}, 0.1),
                    new History.Epoch(new double[] {0.5, 1}, new double[] {Double.NaN, Double.NaN}, Double.NaN)),
            0);

    @TempDir
    Path folder;

    @Test
    void csvHasALineForEachEpoch() throws IOException {
        HISTORY.writeCsv(folder.resolve("history.csv"));
        assertThat(Files.readAllLines(folder.resolve("history.csv")))
                .containsExactly(
                        "epoch,rate,loss,accuracy,validation_loss,validation_accuracy",
                        "1,0.1,1.5,0.25,2.0,0.125",
                        "2,NaN,0.5,1.0,NaN,NaN");
    }

    @Test
    void jsonHasNullForWhatIsNoNumber() throws IOException {
        HISTORY.writeJsonLines(folder.resolve("history.jsonl"));
        assertThat(Files.readAllLines(folder.resolve("history.jsonl")))
                .containsExactly(
                        "{\"epoch\": 1, \"rate\": 0.1, \"loss\": 1.5, \"accuracy\": 0.25, \"validation_loss\": 2.0,"
                                + " \"validation_accuracy\": 0.125}",
                        "{\"epoch\": 2, \"rate\": null, \"loss\": 0.5, \"accuracy\": 1.0, \"validation_loss\": null,"
                                + " \"validation_accuracy\": null}");
    }

    @Test
    void linesSayWhatWasMeasured() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress.Lines(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        progress.stepped(0, 10, 0.5, List.of(), new double[] {1}, 100, 60);
        progress.finished(HISTORY, 10, 1234.5);
        assertThat(bytes.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("epoch 2/10  loss 0.5000  accuracy 1.0000  1,235 rows/s");
    }

    @Test
    void terminalsShowTheTimeLeft() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress.Lines(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
        progress.stepped(0, 10, 0.5, List.of("accuracy"), new double[] {1, 0.25}, 100, 3725);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[Kepoch 1/10   50 %  loss 1.0000  accuracy 0.2500  100 rows/s  1:02:05 left");
    }

    @Test
    void aHistoryReadsLikeTheProgress() {
        assertThat(HISTORY.toString())
                .isEqualTo("epoch 1  loss 1.5000  accuracy 0.2500  validation loss 2.0000  accuracy 0.1250  rate 0.100"
                        + "  (best)\nepoch 2  loss 0.5000  accuracy 1.0000");
        assertThat(HISTORY.epochs().get(0)).hasToString("training [1.5, 0.25], validation [2.0, 0.125], rate 0.1");
        assertThat(HISTORY.last()).hasToString("training [0.5, 1.0]");
    }

    @Test
    void numbersAreAsLongAsTheyNeedToBe() {
        assertThat(Progress.number(0)).isEqualTo("0.0000");
        assertThat(Progress.number(-0.25)).isEqualTo("-0.2500");
        assertThat(Progress.number(999_999)).isEqualTo("999999.0000");
        assertThat(Progress.number(4.6984686e30)).isEqualTo("4.698e+30");
        assertThat(Progress.number(-1.5e-7)).isEqualTo("-1.500e-07");
        assertThat(Progress.number(Double.NaN)).isEqualTo("NaN");
        assertThat(Progress.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void aRateOfNothingIsZero() {
        History history = new History(List.of(), List.of(new History.Epoch(new double[] {1}, new double[] {2}, 0)), 0);
        assertThat(history.toString()).isEqualTo("epoch 1  loss 1.0000  validation loss 2.0000  rate 0  (best)");
    }
}
