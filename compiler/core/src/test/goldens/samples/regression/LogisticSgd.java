// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.ModelFile;
import java.io.IOException;

/**
 * The update rule {@code sgd(rate = 0.2, momentum = 0.95)}.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
public final class LogisticSgd implements Logistic.Rule {
    private final double[] velocity = new double[Logistic.PARAMETER_COUNT];

    /**
     * The number of the step as kernels read it.
     */
    private final double[] step = {0};

    private long steps;

    @Override
    public void begin() {
        steps++;
        step[0] = steps;
    }

    @Override
    public void apply(double[] parameters, double[] gradient, double[] hypers, int from, int to) {
        // v = 0.95 * velocity + g   (Logistic.nn:17)
        // wNext = w - 0.2 * v   (Logistic.nn:17)
        // gNext = broadcast(0, [P])
        Logistic.KERNELS.sgd(velocity, from, gradient, from, parameters, from, to - from,
                0, to - from);
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void save(ModelFile.Writer file) {
        file.add("optimizer/velocity/", LogisticParameters.ALL, velocity);
        file.number("steps", steps);
    }

    @Override
    public void load(ModelFile.Reader file) throws IOException {
        file.fill("optimizer/velocity/", LogisticParameters.ALL, velocity);
        steps = file.number("steps");
    }
}
