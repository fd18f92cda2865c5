package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.History;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nets.Moons;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
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
                .hasMessageContaining("data was 80 rows in 2 partitions");
        assertThatThrownBy(() -> kept(fresh()).clipNorm(3).resume().run())
                .hasMessageContaining("options was batchSize 8")
                .hasMessageContaining("clipNorm 3.0");
        examples = Points.examples(82).subList(2, 82);
        assertThatThrownBy(() -> kept(fresh()).resume().run()).hasMessageContaining("data was 80 rows");
    }
}
