package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was computed within {@code checkpoint(…)}: cut out of the graph as a loop of one turn, whose derivative computes it again. */
final class Checkpoints {
    /** What stands for a value outside of the checkpoint that computes it. */
    private final Map<Value, Value> standing = new HashMap<>();

    private int count;

    static Meaning apply(Call call) {
        return call.site().rules().checkpoints().cut(call);
    }

    private Meaning cut(Call call) {
        Operand operand = call.operand("x");
        List<Value> tensors = new ArrayList<>();
        collect(operand.meaning(), tensors);
        tensors.removeIf(standing::containsKey);
        LoopBody body = LoopBody.since(call.g().graph(), call.site().before(), tensors);
        List<Value> results = tensors.stream().distinct().filter(body::contains).toList();
        if (!results.isEmpty() && !call.site().rules().limits().apply()) {
            cut(body, results, call.g());
        }
        return replaced(operand.meaning(), call, operand);
    }

    private static void collect(Meaning meaning, List<Value> tensors) {
        if (meaning instanceof Meaning.Tensor tensor) {
            tensors.add(tensor.value());
        } else if (meaning instanceof Meaning.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, tensors));
        }
    }

    private void cut(LoopBody body, List<Value> results, Builder g) {
        LoopBody.Cut cut = body.cut(results, 0);
        Turns once = new Turns("checkpoint#" + ++count, Size.ZERO, Size.ONE, false, true);
        Value scan = g.scan(cut.body(), once, cut.outside());
        for (int k = 0; k < results.size(); k++) {
            standing.put(results.get(k), g.ofTurn(g.result(scan, k), once));
        }
    }

    private Meaning replaced(Meaning meaning, Call call, Operand operand) {
        if (meaning instanceof Meaning.Tensor tensor) {
            return new Meaning.Tensor(standing.getOrDefault(tensor.value(), tensor.value()));
        } else if (meaning instanceof Meaning.Sequence sequence) {
            return new Meaning.Sequence(sequence.items().stream()
                    .map(item -> replaced(item, call, operand))
                    .toList());
        } else if (Numbers.isNumeric(meaning)) {
            return meaning;
        }
        throw call.needs("a tensor to compute again", operand);
    }
}
