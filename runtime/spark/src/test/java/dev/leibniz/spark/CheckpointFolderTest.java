package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.History;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nets.Moons;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the file system of this machine; other file systems are tested by classes that extend this one. */
@OnSpark
class CheckpointFolderTest {
    private static SparkSession session;

    @TempDir
    private java.nio.file.Path local;

    private Path folder;
    private FileSystem files;
    private List<Object[]> examples;

    @BeforeAll
    static void begin() {
        session = Sessions.threads(2, Map.of());
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    /** A folder of the file system that is tested. */
    String folder(java.nio.file.Path local) {
        return local.toUri().toString();
    }

    @BeforeEach
    void draw() throws IOException {
        folder = new Path(folder(local));
        files = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
        examples = Points.examples(80);
    }

    private static Model fresh() {
        return Moons.initialise(5).asModel();
    }

    /** 5 rounds an epoch, 15 rounds. */
    private SparkFit fit(Model model) {
        return SparkFit.of(model, Points.spread(session, examples, 2))
                .deterministic()
                .batchSize(8)
                .epochs(3)
                .rate(Schedule.cosine(0.05))
                .progress(Progress.NONE);
    }

    private SparkFit kept(Model model) {
        return fit(model).checkpoints(folder.toString(), 2);
    }

    /** Stops training by throwing at a round. */
    private static Progress failingAt(int round) {
        int[] rounds = {0};
        return new Progress() {
            @Override
            public void stepped(
                    int epoch,
                    int epochs,
                    double done,
                    List<String> metrics,
                    double[] means,
                    double rows,
                    double left) {
                if (++rounds[0] == round) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
    }

    private List<String> files() throws IOException {
        return Arrays.stream(files.listStatus(folder))
                .map(file -> file.getPath().getName())
                .filter(name -> !name.endsWith(".crc"))
                .sorted()
                .toList();
    }

    private Path file(String name) {
        return new Path(folder, name);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (FSDataOutputStream out = files.create(file, true)) {
            out.write(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11})
    void resumedTrainingEndsWithTheSameBits(int round) throws IOException {
        Model uninterrupted = fresh();
        History expected = fit(uninterrupted).run();
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(round)).run()).hasMessage("stopped");

        Model resumed = round < 3 ? fresh() : Moons.initialise(99).asModel();
        History history = kept(resumed).resume().run();

        assertThat(Points.parameters(resumed)).isEqualTo(Points.parameters(uninterrupted));
        assertThat(history.epochs()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(history.epochs().get(i).training())
                    .isEqualTo(expected.epochs().get(i).training());
        }
    }

    @Test
    void localStepsResumeToTheSameBits() throws IOException {
        Model uninterrupted = fresh();
        fit(uninterrupted).localSteps(2).run();
        assertThatThrownBy(
                        () -> kept(fresh()).localSteps(2).progress(failingAt(5)).run())
                .hasMessage("stopped");
        Model resumed = Moons.initialise(99).asModel();
        kept(resumed).localSteps(2).resume().run();

        assertThat(Points.parameters(resumed)).isEqualTo(Points.parameters(uninterrupted));
    }

    @Test
    void theLastThreeAreKeptAndOneCanBeLoadedAsTheNetwork() throws IOException {
        Model model = fresh();
        kept(model).run();

        assertThat(files())
                .containsExactly(
                        "round-00000012.safetensors", "round-00000014.safetensors", "round-00000015.safetensors");
        java.nio.file.Path last = local.resolve("last.safetensors");
        files.copyToLocalFile(false, file("round-00000015.safetensors"), new Path(last.toUri()), true);
        assertThat(Moons.load(last).parameters()).isEqualTo(Points.parameters(model));
        assertThat(kept(Moons.initialise(99).asModel()).resume().run().epochs()).hasSize(3);
    }

    @Test
    void aDamagedCheckpointIsPassedOverAndHalfWrittenOnesAreDeleted() throws IOException {
        Model uninterrupted = fresh();
        fit(uninterrupted).run();
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(9)).run()).hasMessage("stopped");
        Path last = file("round-00000008.safetensors");
        byte[] half = new byte[(int) files.getFileStatus(last).getLen() / 2];
        try (FSDataInputStream in = files.open(last)) {
            in.readFully(half);
        }
        write(last, half);
        write(file(".round-00000010.safetensors.tmp"), new byte[10]);

        Model resumed = Moons.initialise(99).asModel();
        kept(resumed).resume().run();

        assertThat(Points.parameters(resumed)).isEqualTo(Points.parameters(uninterrupted));
        assertThat(files()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void otherRunsAreRefused() throws IOException {
        kept(fresh()).epochs(1).run();

        assertThatThrownBy(() -> kept(fresh()).run()).hasMessageContaining("has the checkpoints of another run");
        assertThatThrownBy(() -> kept(fresh()).batchSize(4).resume().run())
                .hasMessageContaining("cannot go on from ")
                .hasMessageEndingWith(": batchSize was 8, now it is 4");
        assertThatThrownBy(() -> kept(fresh()).clipNorm(3).resume().run())
                .hasMessageEndingWith(": clipNorm was Infinity, now it is 3.0");
        assertThatThrownBy(() -> SparkFit.of(fresh(), Points.spread(session, examples, 2))
                        .batchSize(8)
                        .checkpoints(folder.toString(), 2)
                        .resume()
                        .run())
                .hasMessageEndingWith(": deterministic was true, now it is false");
        assertThatThrownBy(() -> kept(fresh())
                        .validation(Points.spread(session, examples, 2))
                        .resume()
                        .run())
                .hasMessageContaining(": validation data was none, now it is 80 rows");
        examples = Points.examples(82).subList(2, 82);
        assertThatThrownBy(() -> kept(fresh()).resume().run()).hasMessageContaining("training data was 80 rows");
    }

    /** What a checkpoint cannot be, and how to make it so. */
    private record Damage(String name, Consumer<Map<String, StoredTensor>> edit) {}

    private static Damage doubles(String tensor, double... values) {
        return new Damage(
                tensor + " " + Arrays.toString(values),
                tensors -> tensors.put(tensor, StoredTensor.of(tensor, new long[] {values.length}, values, 0)));
    }

    private static Damage element(String tensor, int at, double value) {
        return new Damage(tensor + "[" + at + "] " + value, tensors -> {
            double[] values = tensors.get(tensor).toDoubles();
            values[at] = value;
            tensors.put(tensor, StoredTensor.of(tensor, tensors.get(tensor).shape(), values, 0));
        });
    }

    /** Of round 8: the fourth step of the second epoch is next. */
    private static List<Damage> damages() {
        return List.of(
                doubles("fit/step", Double.NaN),
                doubles("fit/step", -1),
                doubles("fit/step", 2.5),
                doubles("fit/step", 4),
                doubles("fit/step", 5),
                doubles("fit/step", 1e9),
                doubles("fit/step", 1e300),
                doubles("fit/step"),
                doubles("fit/step", 3, 3),
                doubles("fit/rate", Double.NaN),
                doubles("fit/rate", Double.POSITIVE_INFINITY),
                doubles("fit/sums", 1),
                doubles("fit/sums", Double.NaN, 1),
                doubles("fit/epochs"),
                doubles("fit/epochs", 1, 1, 1),
                element("fit/epochs", 0, Double.NEGATIVE_INFINITY),
                element("fit/epochs", 4, Double.NaN),
                element("logits.dense.b", 1, Double.NaN),
                new Damage("no fit/step", tensors -> tensors.remove("fit/step")),
                new Damage("no parameter", tensors -> tensors.remove("logits.dense.b")));
    }

    @Test
    void aCheckpointThatCannotBeIsPassedOver() throws IOException {
        Model uninterrupted = fresh();
        History expected = fit(uninterrupted).run();
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(9)).run()).hasMessage("stopped");
        java.nio.file.Path undamaged = local.resolve("undamaged");
        files.copyToLocalFile(false, file("round-00000008.safetensors"), new Path(undamaged.toUri()), true);
        for (Damage damage : damages()) {
            files.copyFromLocalFile(false, true, new Path(undamaged.toUri()), file("round-00000008.safetensors"));
            edit("round-00000008.safetensors", damage);
            assertThatThrownBy(() ->
                            kept(fresh()).resume().progress(stoppingAtNotes()).run())
                    .as(damage.name())
                    .hasMessage("going on from epoch 2, round 7");
        }
        Model resumed = Moons.initialise(99).asModel();
        History history = kept(resumed).resume().run();

        assertThat(Points.parameters(resumed)).isEqualTo(Points.parameters(uninterrupted));
        assertThat(history.epochs()).hasToString(expected.epochs().toString());
    }

    private void edit(String name, Damage damage) throws IOException {
        java.nio.file.Path copy = local.resolve("copy");
        files.copyToLocalFile(false, file(name), new Path(copy.toUri()), true);
        Safetensors.Contents contents = Safetensors.read(copy);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(contents.tensors());
        damage.edit().accept(tensors);
        Safetensors.write(copy, contents.metadata(), tensors.values());
        files.copyFromLocalFile(true, true, new Path(copy.toUri()), file(name));
    }

    private static Progress stoppingAtNotes() {
        return new Progress() {
            @Override
            public void note(String text) {
                throw new IllegalStateException(text);
            }
        };
    }

    @Test
    void aCheckpointUnderTheNameOfAnotherRoundIsPassedOver() throws IOException {
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(9)).run()).hasMessage("stopped");
        files.rename(file("round-00000008.safetensors"), file("round-00000009.safetensors"));

        assertThatThrownBy(
                        () -> kept(fresh()).resume().progress(stoppingAtNotes()).run())
                .hasMessage("going on from epoch 2, round 7");
    }

    @Test
    void aChecksumThatIsNotThatOfTheFileIsDamage() throws IOException {
        assumeThat(files).isInstanceOf(LocalFileSystem.class);
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(9)).run()).hasMessage("stopped");
        java.nio.file.Path last = local.resolve("round-00000008.safetensors");
        byte[] bytes = Files.readAllBytes(last);
        write(file("round-00000008.safetensors"), bytes); // with a checksum, which a copy to this file system has not
        bytes[bytes.length - 1] ^= 1;
        Files.write(last, bytes);

        assertThatThrownBy(
                        () -> kept(fresh()).resume().progress(stoppingAtNotes()).run())
                .hasMessage("going on from epoch 2, round 7");
    }

    @Test
    void ifAllCheckpointsAreDamagedTheMessageSaysHow() throws IOException {
        assertThatThrownBy(() -> kept(fresh()).progress(failingAt(3)).run()).hasMessage("stopped");
        edit("round-00000002.safetensors", doubles("fit/step", 5));

        assertThatThrownBy(() -> kept(fresh()).resume().run())
                .isInstanceOf(CheckpointException.class)
                .hasMessageEndingWith(
                        "round-00000002.safetensors is damaged: fit/step is 5, must be a multiple of 1 from 0 to below 5");
    }

    @Test
    void whatWasValidatedIsKept() throws IOException {
        List<Object[]> others = Points.examples(100).subList(80, 100);
        Model model = fresh();
        SparkFit whole = fit(model).validation(Points.spread(session, others, 3));
        History expected = whole.run();
        assertThatThrownBy(() -> kept(fresh())
                        .validation(Points.spread(session, others, 3))
                        .progress(failingAt(9))
                        .run())
                .hasMessage("stopped");
        History history = kept(fresh())
                .validation(Points.spread(session, others, 3))
                .resume()
                .run();

        assertThat(history.epochs()).hasToString(expected.epochs().toString());
        assertThat(history.last().validation()).isEqualTo(whole.measure(Points.spread(session, others, 3)));
    }

    /** Examples that nobody may ask for. */
    private static SparkFit withoutRows(String folder) {
        return SparkFit.of(
                        fresh(), Points.spread(session, Points.examples(4), 2).map(example -> {
                            throw new IllegalStateException("rows are made");
                        }))
                .checkpoints(folder, 1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeRowsAreMade() throws IOException {
        java.nio.file.Path file = Files.createFile(local.resolve("file"));
        assertThatThrownBy(() -> withoutRows(file.toString()).run())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write checkpoints to " + file + ": it is a file, and a folder is needed");
        assertThatThrownBy(() -> withoutRows(file.resolve("folder").toString()).run())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write checkpoints to " + file.resolve("folder") + ": ");
        assertThatThrownBy(() -> withoutRows("hdfs://nowhere.invalid/runs").run())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write checkpoints to hdfs://nowhere.invalid/runs: unknown host nowhere.invalid");
        assertThatThrownBy(() -> withoutRows("nothing://here/runs").run())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write checkpoints to nothing://here/runs: No FileSystem for scheme \"nothing\"");
        write(file("round-00000002.safetensors"), new byte[1]);
        assertThatThrownBy(() -> withoutRows(folder.toString()).run())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("has the checkpoints of another run");
    }
}
