// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.random.Initialisers;
import java.util.List;

/**
 * The parameters of {@link Digits}: at which offset each begins in the one array that holds them all, row-major.
 * Gradients have the same layout.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
public final class DigitsParameters {
    /**
     * {@code hidden.W: float[64, 64]}
     */
    public static final int HIDDEN_W = 0;

    /**
     * {@code hidden.b: float[64]}
     */
    public static final int HIDDEN_B = 4096;

    /**
     * {@code logits.W: float[64, 10]}
     */
    public static final int LOGITS_W = 4160;

    /**
     * {@code logits.b: float[10]}
     */
    public static final int LOGITS_B = 4800;

    /**
     * All of them in order: path and shape.
     */
    public static final List<Parameter> ALL = Parameter.parse("""
    hidden.W 64 64
    hidden.b 64
    logits.W 64 10
    logits.b 10""");

    private DigitsParameters() {
    }

    /**
     * Fills the array as the initialisers of the parameters say.
     */
    static void initialise(float[] parameters, long seed) {
        Initialisers.glorotUniform(parameters, HIDDEN_W, 4096, 64, 64, seed, 0);
        Initialisers.constant(parameters, HIDDEN_B, 64, 0);
        Initialisers.glorotUniform(parameters, LOGITS_W, 640, 64, 10, seed, 2);
        Initialisers.constant(parameters, LOGITS_B, 10, 0);
    }
}
