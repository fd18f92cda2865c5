// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Checks;
import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.ModelFile;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.SerialForm;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Workers;
import dev.leibniz.runtime.kernel.Simd;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Tells handwritten digits apart.
 *
 * <p>Inputs:
 * <ul>
 *   <li>{@code image: float[N, 64]}: Grey values of 8×8 pixels, 0 (white) to 1 (black)
 *   <li>{@code label: int[N] in 0..10}, for training and evaluation
 * </ul>
 *
 * <p>Outputs:
 * <ul>
 *   <li>{@code digit: float[N, 10]}: How likely each digit is
 * </ul>
 *
 * <p>4,810 parameters.
 * A prediction takes {@code 9673*N} floating-point operations and {@code 512*N} bytes of workspace.
 * The loss and its gradient take {@code 20639*N + 3} floating-point operations and {@code 812*N} bytes of workspace.
 *
 * <p>Arrays are row-major; a bool is an int, 0 or 1. Safe for use by several threads as long as none trains it.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
public final class Digits implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Elements of all parameters together.
     */
    public static final int PARAMETER_COUNT = 4810;

    /**
     * The fastest loops that this JVM runs.
     */
    static final DigitsKernels KERNELS = Simd.available() ? new DigitsVectorKernels() : new DigitsScalarKernels();

    /**
     * Tells in files which network wrote them.
     */
    static final String HASH = "c8dbec88fe53afb5757991b043ad7eb8";

    private final float[] parameters = new float[PARAMETER_COUNT];

    private Digits() {
    }

    /**
     * A network before training; equal seeds give equal parameters.
     */
    public static Digits initialise(long seed) {
        final Digits net = new Digits();
        DigitsParameters.initialise(net.parameters, seed);
        return net;
    }

    /**
     * The network that was saved to a file, by itself or with its trainer.
     *
     * @throws IOException if the file cannot be read, is damaged, or holds other parameters
     */
    public static Digits load(Path file) throws IOException {
        final Digits net = new Digits();
        final ModelFile.Reader reader = ModelFile.Reader.open(file);
        net.read(reader);
        reader.finish();
        return net;
    }

    /**
     * A network of its own that holds what this one holds now; not to be called during a step.
     * Other threads predict with copies while this network is trained.
     */
    public Digits copy() {
        final Digits net = new Digits();
        System.arraycopy(parameters, 0, net.parameters, 0, parameters.length);
        return net;
    }

    /**
     * Writes the parameters as a safetensors file; a crash leaves the old file or the new one.
     */
    public void save(Path file) throws IOException {
        written().write(file);
    }

    private ModelFile.Writer written() {
        final ModelFile.Writer file = new ModelFile.Writer("Digits", HASH);
        file.add("", DigitsParameters.ALL, parameters);
        return file;
    }

    private void read(ModelFile.Reader file) throws IOException {
        file.fill("", DigitsParameters.ALL, parameters);
    }

    private Object writeReplace() {
        return SerialForm.ofNetwork(asModel());
    }

    /**
     * The array that holds all parameters, not a copy: {@link DigitsParameters} says where each begins.
     */
    public float[] parameters() {
        return parameters;
    }

    public int parameterCount() {
        return PARAMETER_COUNT;
    }

    /**
     * Path, shape and offset of every parameter.
     */
    public List<Parameter> parameterList() {
        return DigitsParameters.ALL;
    }

    /**
     * The outputs in new arrays, for any number of rows.
     */
    public float[] predict(float[] image) {
        final int N = Checks.rows("image", image.length, 64);
        final float[] digit = new float[Checks.arrayLength(10 * (long) N)];
        predict(image, digit, workspace(N));
        return digit;
    }

    /**
     * Computes the outputs into arrays of the caller's; allocates nothing but what a new workspace lacks.
     */
    public void predict(float[] image, float[] digit, Workspace workspace) {
        final int N = Checks.rows("image", image.length, 64);
        Checks.within("N", N, workspace.N);
        Checks.capacity("digit", digit.length, 10 * (long) N);
        DigitsForward.reservePredict(workspace);
        final DigitsTeam team = workspace.team;
        if (workspace.debugsNans) {
            DigitsChecked.predict(N, image, parameters, digit, workspace);
        } else if (team != null && team.sharesPredict(N)) {
            team.predict(N, image, parameters, digit, workspace);
        } else {
            final Share share = Share.WHOLE;
            DigitsForward.predict(N, image, parameters, digit, workspace, share);
        }
    }

    /**
     * Computes the loss and the metrics, which the workspace then tells; nothing is trained.
     */
    public float evaluate(float[] image, int[] label, Workspace workspace) {
        final int N = Checks.rows("image", image.length, 64);
        Checks.within("N", N, workspace.N);
        Checks.length("label", label.length, N);
        Checks.range("label", label, label.length, 0, 10);
        DigitsForward.reserveEvaluate(workspace);
        final DigitsTeam team = workspace.team;
        if (workspace.debugsNans) {
            DigitsChecked.evaluate(N, image, label, parameters, workspace);
        } else if (team != null && team.sharesEvaluate(N)) {
            team.evaluate(N, image, label, parameters, workspace);
        } else {
            final Share share = Share.WHOLE;
            DigitsForward.evaluate(N, image, label, parameters, workspace, share);
        }
        return workspace.loss();
    }

    /**
     * Computes the loss, returns it, and adds its gradient to an array of the layout of {@link #parameters()}.
     */
    public float lossAndGradient(float[] image, int[] label, float[] gradient,
            Workspace workspace) {
        final int N = Checks.rows("image", image.length, 64);
        Checks.within("N", N, workspace.N);
        Checks.length("label", label.length, N);
        Checks.range("label", label, label.length, 0, 10);
        Checks.length("gradient", gradient.length, PARAMETER_COUNT);
        DigitsForward.reserveTrain(workspace);
        final DigitsTeam team = workspace.team;
        if (workspace.debugsNans) {
            DigitsChecked.train(N, image, label, parameters, workspace, gradient);
        } else if (team != null && team.sharesTrain(N)) {
            team.train(N, image, label, parameters, workspace, gradient);
        } else {
            final Share share = Share.WHOLE;
            DigitsForward.train(N, image, label, parameters, workspace, share);
            DigitsBackward.train(N, image, label, parameters, gradient, workspace, share);
        }
        return workspace.loss();
    }

    /**
     * Memory for calls of up to these sizes, to be used by one thread at a time.
     */
    public Workspace workspace(int N) {
        return new Workspace(N);
    }

    /**
     * This network for programs that do not know its type.
     */
    public DigitsModel asModel() {
        return new DigitsModel(this);
    }

    /**
     * A trainer with the rule {@code sgd(rate = 0.1, momentum = 0.9)}, for calls of up to these sizes.
     */
    public Trainer trainer(int N) {
        return trainer(N, new DigitsSgd());
    }

    /**
     * A trainer with a rule that no other trainer uses, for calls of up to these sizes.
     */
    public Trainer trainer(int N, Rule rule) {
        return new Trainer(this, rule, workspace(N));
    }

    /**
     * The memory of a call, and the loss and metrics of the last one. Belongs to one thread at a time.
     */
    public static final class Workspace {
        /**
         * The largest N there is room for.
         */
        final int N;

        float[] floats = {};

        int[] ints = {};

        /**
         * Scratch memory of each thread.
         */
        float[][] scratch = {{}};

        /**
         * Runs passes on several threads; null for the caller's alone.
         */
        DigitsTeam team;

        /**
         * Whether all that is computed is looked at.
         */
        boolean debugsNans;

        final float[] results = new float[2];

        boolean holdsPredict;

        boolean holdsEvaluate;

        boolean holdsTrain;

        private Workspace(int N) {
            this.N = Checks.size("N", N);
        }

        /**
         * {@code loss} of the last call.
         */
        public float loss() {
            return results[0];
        }

        /**
         * {@code accuracy} of the last call.
         */
        public float accuracy() {
            return results[1];
        }

        /**
         * Lets calls be run by several threads if they are long enough to gain by it; results have the same bits whatever their number.
         *
         * @return this workspace
         */
        public Workspace on(Workers workers) {
            team = workers.threads() == 1 ? null : new DigitsTeam(workers);
            scratch = new float[workers.threads()][0];
            holdsPredict = false;
            holdsEvaluate = false;
            holdsTrain = false;
            return this;
        }

        /**
         * Whether calls look at all that they are given and compute, on one thread, and throw a {@link NonFiniteException} at the first number that is infinite or none.
         *
         * @return this workspace
         */
        public Workspace debugNans(boolean on) {
            debugsNans = on;
            return this;
        }

        void reserve(long floatCount, long intCount, long scratchCount) {
            if (floats.length < floatCount) {
                floats = new float[Checks.arrayLength(floatCount)];
            }
            if (ints.length < intCount) {
                ints = new int[Checks.arrayLength(intCount)];
            }
            for (int i = 0; i < scratch.length; i++) {
                if (scratch[i].length < scratchCount) {
                    scratch[i] = new float[Checks.arrayLength(scratchCount)];
                }
            }
        }
    }

    /**
     * Makes this network for programs that do not know its type.
     */
    public static final class Factory implements Model.Factory {
        private static final long serialVersionUID = 1;

        @Override
        public Model initialise(long seed) {
            return Digits.initialise(seed).asModel();
        }
    }

    /**
     * How training changes parameters, with what it remembers from step to step.
     */
    public interface Rule {
        /**
         * A new step begins.
         */
        void begin();

        /**
         * Changes some parameters, given the gradient of the loss and the network's hypers, and sets their gradient to zero. A step applies it once to each parameter, to a whole tensor at once.
         *
         * @param from the first element of the parameters and the gradient
         * @param to behind the last
         */
        void apply(float[] parameters, float[] gradient, float[] hypers, int from, int to);

        /**
         * Whether elements are changed independently, so that several threads may change parts of a tensor at once.
         */
        boolean isElementwise();

        /**
         * How many steps have begun.
         */
        long steps();

        /**
         * Adds what it remembers to a file.
         */
        void save(ModelFile.Writer file);

        /**
         * Takes up what {@link #save} has written.
         */
        void load(ModelFile.Reader file) throws IOException;
    }

    /**
     * Trains a network: the only one that writes to it. Belongs to one thread at a time.
     */
    public static final class Trainer {
        private static final float[] NO_HYPERS = {};

        private final Digits net;

        final Rule rule;

        private final Workspace workspace;

        private final float[] gradient = new float[PARAMETER_COUNT];

        private Trainer(Digits net, Rule rule, Workspace workspace) {
            this.net = net;
            this.rule = rule;
            this.workspace = workspace;
        }

        /**
         * Forward pass, backward pass, update; returns the loss before the update. If that is infinite or no number, nothing is changed.
         */
        public float step(float[] image, int[] label) {
            final float loss = accumulate(image, label);
            if (Float.isFinite(loss)) {
                apply();
            } else {
                forget();
            }
            return loss;
        }

        /**
         * Adds the gradient of this loss to those accumulated since the last update.
         */
        public float accumulate(float[] image, int[] label) {
            return net.lossAndGradient(image, label, gradient, workspace);
        }

        /**
         * Updates the parameters by the accumulated gradients, and forgets these.
         */
        public void apply() {
            rule.begin();
            update(0, PARAMETER_COUNT, Share.WHOLE);
        }

        /**
         * Updates some of the parameters, or a share of them.
         */
        void update(int from, int to, Share share) {
            final float[] hypers = NO_HYPERS;
            if (rule.isElementwise()) {
                rule.apply(net.parameters, gradient, hypers, from + share.from(to - from), from + share.to(to - from));
            } else if (share.isFirst()) {
                rule.apply(net.parameters, gradient, hypers, from, to);
            }
        }

        /**
         * Lets steps be run by several threads if they are long enough to gain by it; results have the same bits whatever their number.
         *
         * @return this trainer
         */
        public Trainer on(Workers workers) {
            workspace.on(workers);
            return this;
        }

        /**
         * Whether calls look at all that they are given and compute, on one thread, and throw a {@link NonFiniteException} at the first number that is infinite or none.
         *
         * @return this trainer
         */
        public Trainer debugNans(boolean on) {
            workspace.debugNans(on);
            return this;
        }

        /**
         * The gradients accumulated since the last update, not a copy.
         */
        public float[] gradient() {
            return gradient;
        }

        /**
         * How many updates there were.
         */
        public long steps() {
            return rule.steps();
        }

        /**
         * {@code loss} of the last call.
         */
        public float loss() {
            return workspace.results[0];
        }

        /**
         * {@code accuracy} of the last call.
         */
        public float accuracy() {
            return workspace.results[1];
        }

        /**
         * Writes the network with all that the update rule remembers.
         */
        public void save(Path path) throws IOException {
            final ModelFile.Writer file = net.written();
            rule.save(file);
            file.write(path);
        }

        /**
         * Goes on where the trainer that wrote the file stood, bit for bit; gradients not yet applied are forgotten.
         */
        public void load(Path path) throws IOException {
            final ModelFile.Reader file = ModelFile.Reader.open(path);
            net.read(file);
            rule.load(file);
            file.finish();
            forget();
        }

        private void forget() {
            Arrays.fill(gradient, 0);
        }
    }
}
