package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import java.util.random.RandomGenerator;

/** An operand's type and where its random elements come from. */
public record Operand(TensorType type, Draw draw) {
    /** Makes one element. */
    public interface Draw {
        double next(RandomGenerator random);
    }

    /** Floats around zero. */
    public static Operand any(Size... shape) {
        return new Operand(TensorType.floats(Shape.of(shape)), RandomGenerator::nextGaussian);
    }

    /** Floats between a half and two and a half. */
    public static Operand positive(Size... shape) {
        return new Operand(TensorType.floats(Shape.of(shape)), random -> 0.5 + 2 * random.nextDouble());
    }

    /** Floats between minus three and minus a tenth. */
    public static Operand negative(Size... shape) {
        return new Operand(TensorType.floats(Shape.of(shape)), random -> -0.1 - 2.9 * random.nextDouble());
    }

    /** Floats of either sign, at least a half away from zero. */
    public static Operand apart(Size... shape) {
        return new Operand(
                TensorType.floats(Shape.of(shape)),
                random -> (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble()));
    }

    /** Ints between −9 and 9. */
    public static Operand ints(Size... shape) {
        return new Operand(TensorType.ints(Shape.of(shape)), random -> random.nextInt(-9, 10));
    }

    /** Ints from 0 up to, not including, {@code bound}. */
    public static Operand ids(int bound, Size... shape) {
        return new Operand(TensorType.ints(Shape.of(shape)), random -> random.nextInt(bound));
    }

    public static Operand bools(Size... shape) {
        return new Operand(TensorType.bools(Shape.of(shape)), random -> random.nextInt(2));
    }

    public boolean isFloat() {
        return type.dtype() == DType.FLOAT;
    }

    public Tensor tensor(int[] shape, RandomGenerator random) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = draw.next(random);
        }
        return tensor;
    }
}
