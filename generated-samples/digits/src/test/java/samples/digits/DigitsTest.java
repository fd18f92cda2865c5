package samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samples.digits.data.DigitsData;

class DigitsTest {
    private final DigitsData data = DigitsData.load();

    @Test
    void learnsToReadWritersItHasNotSeen() {
        Digits net = DigitsApplication.train(data, 20, false);
        assertThat(DigitsApplication.accuracy(net, data.test())).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void aLoadedNetworkPredictsTheSameBits(@TempDir Path folder) throws IOException {
        Digits net = DigitsApplication.train(data, 1, false);
        Path file = folder.resolve("digits.safetensors");
        net.save(file);
        float[] expected = net.predict(data.test().images());
        assertThat(Digits.load(file).predict(data.test().images())).isEqualTo(expected);
    }

    @Test
    void theSameSeedTrainsToTheSameBits() {
        float[] first = DigitsApplication.train(data, 1, false).parameters();
        assertThat(DigitsApplication.train(data, 1, false).parameters()).isEqualTo(first);
    }
}
