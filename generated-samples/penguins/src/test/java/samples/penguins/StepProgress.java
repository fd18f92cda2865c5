package samples.penguins;

import dev.leibniz.training.Progress;
import java.util.List;

/** Does something after each step. */
record StepProgress(Runnable action) implements Progress {
    /** Stops training by throwing at a step. */
    static Progress failingAt(int step) {
        int[] steps = {0};
        return new StepProgress(() -> {
            if (++steps[0] == step) {
                throw new IllegalStateException("stopped");
            }
        });
    }

    @Override
    public void stepped(
            int epoch,
            int epochs,
            double done,
            List<String> metrics,
            double[] means,
            double rowsPerSecond,
            double secondsLeft) {
        action.run();
    }
}
