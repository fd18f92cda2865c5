// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.random.Initialisers;
import java.util.List;

/**
 * The parameters of {@link Logistic}: at which offset each begins in the one array that holds them all, row-major.
 * Gradients have the same layout.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
public final class LogisticParameters {
    /**
     * {@code w: float[30]}
     */
    public static final int W = 0;

    /**
     * {@code b: float[]}
     */
    public static final int B = 30;

    /**
     * All of them in order: path and shape.
     */
    public static final List<Parameter> ALL = Parameter.parse("""
    w 30
    b""");

    private LogisticParameters() {
    }

    /**
     * Fills the array as the initialisers of the parameters say.
     */
    static void initialise(double[] parameters, long seed) {
        Initialisers.constant(parameters, W, 30, 0);
        Initialisers.constant(parameters, B, 1, 0);
    }
}
