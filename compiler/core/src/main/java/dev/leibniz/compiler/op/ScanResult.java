package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;

/**
 * One result of a loop: the last value of a carry, or the values collected, one a turn along the first axis.
 *
 * @param scan the value that is the loop
 * @param number carries first, then what is collected
 */
public record ScanResult(Value scan, int number) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of(scan);
    }

    @Override
    public ScanResult withOperands(List<Value> operands) {
        return new ScanResult(operands.get(0), number);
    }

    /** The loop. */
    public Scan loop() {
        return (Scan) scan.op();
    }

    // -- type

    @Override
    public TensorType infer() {
        return loop().result(number);
    }

    // -- evaluation

    /** Nothing; the loop's results are evaluated together. */
    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        throw new CompilerBug("a result without its loop");
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        Body body = loop().body();
        Value value = body.results().get(number);
        String name = body.graph().nameOf(value).orElse("result" + number);
        return Notation.call(number < loop().carries() ? "last" : "all", name);
    }
}
