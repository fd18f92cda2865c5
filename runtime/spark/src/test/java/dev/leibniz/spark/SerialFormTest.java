package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.runtime.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import nets.Line;
import nets.Moons;
import nets.Normed;
import org.junit.jupiter.api.Test;

/** What Java serialisation makes of generated networks. */
final class SerialFormTest {
    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @Test
    void aNetworkComesBackWithItsNumbers() throws Exception {
        Moons net = Moons.initialise(3);
        net.setRate(0.5f);
        float[] x = {1, 2, 3, 4};

        Moons back = (Moons) read(written(net));

        assertThat(back.predict(x).likely()).isEqualTo(net.predict(x).likely());
        assertThat(back.parameters()).isEqualTo(net.parameters());
        assertThat(back.rate()).isEqualTo(0.5f);
    }

    @Test
    void aModelComesBackWithItsStates() throws Exception {
        Normed net = Normed.initialise(3);
        Model model = net.asModel();
        model.training(8).step(new Object[] {new float[32], new int[8]}, new int[] {8});

        Model back = (Model) read(written(model));

        assertThat(back.states()).isEqualTo(net.states());
        assertThat(back.parameters()).isEqualTo(net.parameters());
        assertThat(back.hash()).isEqualTo(model.hash());
    }

    @Test
    void nothingButTheNumbersIsWritten() throws IOException {
        Line net = Line.initialise(0);
        int before = written(net.asModel()).length;
        net.asModel().evaluate(new Object[] {new double[100_000], new double[100_000]}, new int[] {100_000});

        assertThat(written(net.asModel())).hasSize(before).hasSizeLessThan(500);
    }

    @Test
    void theNumbersOfAnotherNetworkAreRefused() throws IOException {
        Model model = Line.initialise(0).asModel();
        byte[] bytes = written(model);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String other = "0".repeat(model.hash().length());
        byte[] forged = text.replace(model.hash(), other).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(forged))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("a network Line with hash " + other + " was written, the class that reads it has hash "
                        + model.hash());
    }
}
