package @package@;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppTest {
    @Test
    void penguinsNotSeenAreToldApart(@TempDir Path folder) throws IOException {
        double accuracy = App.train(Path.of("data", "penguins.csv"), folder);

        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }
}
