package dev.leibniz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static void assertRate(Schedule schedule, long step, double expected) {
        assertThat(schedule.rate(step, 101)).as("step %d", step).isCloseTo(expected, offset(1e-12));
    }

    @Test
    void ratesFollowTheirCurves() {
        assertRate(Schedule.constant(0.3), 77, 0.3);
        assertRate(Schedule.step(0.8, 0.5, 10), 9, 0.8);
        assertRate(Schedule.step(0.8, 0.5, 10), 30, 0.1);
        assertRate(Schedule.exponential(1, 0.01), 0, 1);
        assertRate(Schedule.exponential(1, 0.01), 50, 0.1);
        assertRate(Schedule.exponential(1, 0.01), 100, 0.01);
        assertRate(Schedule.cosine(0.2), 0, 0.2);
        assertRate(Schedule.cosine(0.2), 50, 0.1);
        assertRate(Schedule.cosine(0.2), 100, 0);
        assertRate(Schedule.cosine(0.2, 0.1), 100, 0.1);
        assertRate(Schedule.oneCycle(0.5), 0, 0.02);
        assertRate(Schedule.oneCycle(0.5), 30, 0.5);
        assertRate(Schedule.oneCycle(0.5), 100, 0.02 / 1e4);
    }

    @Test
    void warmUpLeadsToTheFirstRate() {
        Schedule warm = Schedule.cosine(0.2).afterWarmUp(9);
        assertRate(warm, 0, 0.02);
        assertRate(warm, 8, 0.18);
        assertRate(warm, 9, 0.2);
        assertRate(warm, 100, 0);
    }

    @Test
    void oneStepHasTheFirstRate() {
        assertThat(Schedule.cosine(0.2).rate(0, 1)).isEqualTo(0.2);
        assertThat(Schedule.exponential(0.2, 0.1).rate(0, 1)).isEqualTo(0.2);
    }
}
