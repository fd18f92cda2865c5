package samples.digits.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import samples.digits.data.DigitsData;

class LeNetTest {
    @Test
    void readsWritersItHasNotSeen() {
        DigitsData data = DigitsData.load();

        LeNet net = LeNetApplication.train(data, 20, false);

        assertThat(LeNetApplication.accuracy(net, data.test())).isGreaterThanOrEqualTo(0.95);
    }
}
