// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.ModelFile;
import java.io.IOException;

/**
 * The update rule {@code sgd(rate = 0.1, momentum = 0.9)}.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
public final class DigitsSgd implements Digits.Rule {
    private final float[] velocity = new float[Digits.PARAMETER_COUNT];

    /**
     * The number of the step as kernels read it.
     */
    private final float[] step = {0};

    private long steps;

    @Override
    public void begin() {
        steps++;
        step[0] = steps;
    }

    @Override
    public void apply(float[] parameters, float[] gradient, float[] hypers, int from, int to) {
        // v = 0.9 * velocity + g   (Digits.nn:20)
        // wNext = w - 0.1 * v   (Digits.nn:20)
        // gNext = broadcast(0, [P])
        Digits.KERNELS.sgd(velocity, from, gradient, from, parameters, from, to - from,
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
        file.add("optimizer/velocity/", DigitsParameters.ALL, velocity);
        file.number("steps", steps);
    }

    @Override
    public void load(ModelFile.Reader file) throws IOException {
        file.fill("optimizer/velocity/", DigitsParameters.ALL, velocity);
        steps = file.number("steps");
    }
}
