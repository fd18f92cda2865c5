package dev.leibniz.runtime;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A generated network seen without its own type. Floats are {@code float[]}, or {@code double[]} if {@link #isDouble()}; ints
 * and bools (0 or 1) are {@code int[]}. Inputs and outputs stand in the order of their declaration, free sizes too. Arrays have exactly as many elements
 * as the sizes say.
 *
 * <p>Not safe for use by several threads at once: it keeps the memory of its calls. Java serialisation writes its numbers and its hash, see {@link SerialForm}.
 */
public interface Model extends Serializable {
    /**
     * An input or an output.
     *
     * @param type {@code float}, {@code int} or {@code bool}
     * @param shape each size as in the {@code .nn} file: a number, a free size, or arithmetic of these
     */
    record Tensor(String name, String type, List<String> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    String name();

    /** Tells networks apart by what they compute. */
    String hash();

    boolean isDouble();

    /** Whether there is a loss, without which there is no training. */
    boolean hasLoss();

    /** The free sizes, which each call binds. */
    List<String> sizes();

    List<Tensor> inputs();

    /** The numbers of those inputs that the outputs need. */
    List<Integer> predictionInputs();

    List<Tensor> outputs();

    List<String> metrics();

    List<String> hypers();

    List<Parameter> parameterList();

    /** The object of the network's own class behind this one. */
    Object network();

    /** Makes other models of the same network. */
    Factory factory();

    /** The array of all parameters, not a copy. */
    Object parameters();

    /** Writes parameters and states, whole or not at all, as the {@code load} of the network's own class reads them. */
    void save(Path file) throws IOException;

    /** What is kept from training step to training step but not trained. */
    List<Parameter> stateList();

    /** The array of all states, not a copy. */
    Object states();

    /** Fills the parameters and states as their initialisers say. */
    void initialise(long seed);

    double hyper(String name);

    void setHyper(String name, double value);

    /**
     * Chooses the numbers that random operations give: a function of seed and round. A network is made with its own seed and round 0; each pass of a
     * trainer with a finite loss begins the next round.
     */
    void setDraws(long seed, long round);

    /**
     * Lets calls, and trainings begun from now on, be run by several threads where they are long enough to gain by it. Results have the same bits
     * whatever the number of threads.
     */
    void setWorkers(Workers workers);

    /**
     * Lets calls, and trainings begun from now on, look at all that they are given and compute, and throw a {@link NonFiniteException} at the first
     * number that is infinite or none. They run on one thread, some times slower, and give the same bits.
     */
    void setDebugNans(boolean on);

    /** The sizes of an output. */
    int[] outputShape(int output, int... sizes);

    /**
     * Computes the outputs.
     *
     * @param inputs those that {@link #predictionInputs()} names, in that order; all others take all inputs
     * @param sizes the free sizes
     * @param outputs receive the results
     */
    void predict(Object[] inputs, int[] sizes, Object[] outputs);

    /** The loss (NaN if there is none), then the metrics, with {@code training} false. */
    double[] evaluate(Object[] inputs, int[] sizes);

    /** The loss; adds its gradient to an array of the parameters' layout. */
    double lossAndGradient(Object[] inputs, int[] sizes, Object gradient);

    /**
     * Training with the first {@code train} line of the network.
     *
     * @param capacity the largest free sizes of a step
     * @throws UnsupportedOperationException if the network has no loss or no such line
     */
    Training training(int... capacity);

    /** Makes models of one network; the class {@code Factory} inside its model class is one. */
    interface Factory extends Serializable {
        /** A model with fresh parameters drawn from a seed. */
        Model initialise(long seed);
    }

    /** A network being trained. */
    interface Training {
        /** Forward pass, backward pass and update; the loss before the update. If that is infinite or no number, nothing is changed. */
        double step(Object[] inputs, int[] sizes);

        /** The loss; adds its gradient to those accumulated since the last update. */
        double accumulate(Object[] inputs, int[] sizes);

        /** The gradients accumulated since the last update, in the parameters' layout; not a copy. */
        Object gradient();

        /** Updates the parameters by the accumulated gradients, and forgets these. */
        void apply();

        /** The loss and the metrics of the last step. */
        double[] results();

        void save(Path file) throws IOException;

        /** Goes on where the training that wrote the file stood. */
        void load(Path file) throws IOException;
    }
}
