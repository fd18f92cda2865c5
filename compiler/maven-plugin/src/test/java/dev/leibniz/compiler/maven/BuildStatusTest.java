package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildStatusTest {
    private static final String INPUTS = Fingerprint.of("inputs".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private BuildStatus status;

    @BeforeEach
    void oneOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("Net θ.java"), "class Net {}");
        status = new BuildStatus(INPUTS, new TreeMap<>(Map.of("Net θ.java", Fingerprint.of(Files.readAllBytes(file)))));
    }

    @Test
    void isTheSameAfterWritingAndReading() throws IOException {
        Path file = folder.resolve("status/compile/default");
        status.write(file);

        assertThat(BuildStatus.read(file)).isEqualTo(status);
    }

    @Test
    void holdsWhileNothingChanges() throws IOException {
        assertThat(status.holds(INPUTS, folder)).isTrue();
    }

    @Test
    void doesNotHoldForOtherInputs() throws IOException {
        assertThat(status.holds(Fingerprint.of(new byte[0]), folder)).isFalse();
    }

    @Test
    void doesNotHoldWhenAnOutputWasChanged() throws IOException {
        Files.writeString(folder.resolve("Net θ.java"), "class Net { }");

        assertThat(status.holds(INPUTS, folder)).isFalse();
    }

    @Test
    void doesNotHoldWhenAnOutputWasDeleted() throws IOException {
        Files.delete(folder.resolve("Net θ.java"));

        assertThat(status.holds(INPUTS, folder)).isFalse();
    }

    @Test
    void aMissingOrDamagedFileIsNoStatus() throws IOException {
        Path damaged = Files.write(folder.resolve("damaged"), new byte[] {(byte) 0xff, 'x', '\n'});
        Path foreign = Files.writeString(folder.resolve("foreign"), "something else\n");

        assertThat(BuildStatus.read(folder.resolve("missing"))).isEqualTo(BuildStatus.NONE);
        assertThat(BuildStatus.read(damaged)).isEqualTo(BuildStatus.NONE);
        assertThat(BuildStatus.read(foreign)).isEqualTo(BuildStatus.NONE);
    }

    @Test
    void fingerprintsTellWhereOnePartEnds() {
        assertThat(new Fingerprint().add("ab").add("c").hex())
                .isNotEqualTo(new Fingerprint().add("a").add("bc").hex());
    }
}
