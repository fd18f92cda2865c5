package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.semantics.Initialiser;
import dev.leibniz.compiler.semantics.Ordinal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network as kernels and memory: all that is needed to write its classes, with no graph behind it.
 *
 * @param packageName the Java package
 * @param name the network's and its model class's name
 * @param source the file name, without folders, that generated comments mention
 * @param freeSizes the free sizes in the order of their declaration; calls bind them
 * @param requirements what must hold of the free sizes of every call
 * @param parameterCount elements of the parameter array, which is the gradient array's layout too
 * @param states what is kept from step to step, in one array and in the same layout in one for what it becomes
 * @param stateCount elements of those arrays
 * @param metrics the results 1, 2, … ; result 0 is the loss
 * @param evaluate forward pass to the loss and metrics with {@code training} false; empty without a loss and metrics
 * @param train forward and backward pass with {@code training} true; empty without a loss
 */
public record NetworkCode(
        String packageName,
        String name,
        Optional<String> doc,
        String source,
        boolean doublePrecision,
        List<String> freeSizes,
        List<Requirement> requirements,
        List<Argument> inputs,
        List<Result> outputs,
        List<ParameterSlot> parameters,
        long parameterCount,
        List<StateTensor> states,
        long stateCount,
        List<HyperSlot> hypers,
        List<Metric> metrics,
        Plan predict,
        Optional<Plan> evaluate,
        Optional<Plan> train,
        List<Update> updates) {

    /** Those of all operations that there are. */
    public List<Plan> plans() {
        return Stream.of(Optional.of(predict), evaluate, train)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * {@code notNegative ≥ 0}.
     *
     * @param message what is wrong if it is not, and where in the source
     */
    public record Requirement(Size notNegative, String message) {}

    /**
     * An input as an array argument of {@code shape.elements()} elements.
     *
     * @param low the least value allowed, inclusive; present for ints with a declared range
     * @param high the bound of values, exclusive
     * @param predicts whether prediction needs it; training takes all inputs
     */
    public record Argument(
            Buffer buffer,
            String name,
            DType type,
            Shape shape,
            Optional<Size> low,
            Optional<Size> high,
            boolean predicts,
            Optional<String> doc) {}

    /** An output of prediction, written into an array of {@code shape.elements()} elements. */
    public record Result(Buffer buffer, String name, DType type, Shape shape, Optional<String> doc) {}

    /** A number that is computed with the loss. */
    public record Metric(String name, Optional<String> doc) {}

    /** A tensor of fixed size, or several of one shape on a stack, at an offset of an array that the model keeps from call to call. */
    public sealed interface Kept {
        Buffer value();

        /** Its name in checkpoints, with a range in place of an index for each axis of a stack. */
        String path();

        /** Its number among all of its kind, or those of the tensors on the stack. */
        Ordinal ordinal();

        /** With the axes of the stack in front. */
        Shape shape();

        /** The shape of one tensor. */
        default Shape tensor() {
            return new Shape(shape().sizes().subList(ordinal().axes(), shape().rank()));
        }

        /** How many tensors there are. */
        default long tensors() {
            return shape().elements().constant() / tensor().elements().constant();
        }

        /** Path and shape of one tensor as {@code Parameter.parse} reads them. */
        default String line() {
            return path() + tensor().sizes().stream().map(size -> " " + size).collect(Collectors.joining());
        }

        long offset();

        Optional<String> doc();

        Initialiser initialiser();
    }

    /** A parameter's place in the array of parameters, and in that of gradients. */
    public record ParameterSlot(
            Buffer value,
            Buffer gradient,
            String path,
            Ordinal ordinal,
            Shape shape,
            long offset,
            Initialiser initialiser,
            Optional<String> doc)
            implements Kept {}

    /** A state's place in the array of states, and in that of what they become. */
    public record StateTensor(
            Buffer value,
            Buffer next,
            String path,
            Ordinal ordinal,
            Shape shape,
            long offset,
            Initialiser initialiser,
            Optional<String> doc)
            implements Kept {}

    /** A scalar that the application sets between calls, at an offset of the array of hypers. */
    public record HyperSlot(Buffer buffer, String name, double initial, int offset, Optional<String> doc) {}

    /**
     * An update rule, compiled to one loop over all parameters.
     *
     * @param name the optimizer's name in `.nn` source, such as {@code sgd}
     * @param description the `train` line as written
     * @param kernel reads and writes {@code parameter}, {@code gradient} and {@code states}, over the free size {@code P}
     * @param step the scalar buffer that holds the number of the step, from 1 on, as a float
     * @param wholeArray whether one run covers all parameters; else it runs once a parameter, on its part of each array
     */
    public record Update(
            String name,
            String description,
            Kernel kernel,
            Buffer parameter,
            Buffer gradient,
            Buffer step,
            List<StateSlot> states,
            boolean wholeArray) {}

    /** An optimizer state: an array of the parameters' layout that starts filled with {@code initial}. */
    public record StateSlot(Buffer buffer, String name, double initial) {}
}
