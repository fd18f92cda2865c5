package samples.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TabularTest {
    @ParameterizedTest
    @CsvSource({"0, 0.93, 0.93", "1, 0.95, 0.95", "2, 0.95, 0.95", "3, 0.45, 0.45"})
    void rowsNotSeenArePredicted(int task, double linear, double deep) {
        TabularApplication.Scores scores = TabularApplication.crossValidate(TabularApplication.TASKS.get(task));

        assertThat(scores.linear()).isGreaterThanOrEqualTo(linear);
        assertThat(scores.deep()).isGreaterThanOrEqualTo(deep);
    }
}
