package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes where the turns of {@code for} statements begin and end in the graph. */
final class Repetitions {
    /** Where a turn begins in the draft, and what the names around mean there. */
    private record Mark(int start, Map<String, List<Value>> names) {}

    /** A loop with all its turns. */
    private record Noted(String variable, int depth, List<Mark> marks) {}

    private final Graph draft;
    private final List<Noted> loops = new ArrayList<>();
    private int depth;

    Repetitions(Graph draft) {
        this.draft = draft;
    }

    /** A loop being executed. */
    final class Loop {
        private final String variable;
        private final Scope around;
        private final int own = depth++;
        private final List<Mark> marks = new ArrayList<>();

        private Loop(String variable, Scope around) {
            this.variable = variable;
            this.around = around;
        }

        /** A turn begins, or the last has ended. */
        void mark() {
            Map<String, List<Value>> names = new LinkedHashMap<>();
            around.locals().forEach((name, binding) -> {
                List<Value> tensors = new ArrayList<>();
                collect(binding.meaning(), tensors);
                if (!tensors.isEmpty()) {
                    names.put(name, tensors);
                }
            });
            marks.add(new Mark(draft.values().size(), names));
        }

        void end() {
            depth--;
            if (marks.size() > 2) {
                loops.add(new Noted(variable, own, marks));
            }
        }
    }

    /** @param around the scope that the loop stands in */
    Loop begin(String variable, Scope around) {
        return new Loop(variable, around);
    }

    private static void collect(Meaning meaning, List<Value> into) {
        if (meaning instanceof Meaning.Tensor tensor) {
            into.add(tensor.value());
        } else if (meaning instanceof Meaning.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, into));
        }
    }

    /** All loops, those within others before these, as they are in the final graph. */
    List<Repetition> finish(Map<Value, Value> values) {
        BitSet needed = new BitSet(draft.values().size());
        values.keySet().forEach(value -> needed.set(value.id()));
        int[] before = new int[draft.values().size() + 1];
        for (int id = 0; id < draft.values().size(); id++) {
            before[id + 1] = before[id] + (needed.get(id) ? 1 : 0);
        }
        return loops.stream().map(loop -> finish(loop, values, before)).toList();
    }

    private static Repetition finish(Noted loop, Map<Value, Value> values, int[] before) {
        // Names that come and go, or lists that grow, are not handed from turn to turn.
        Map<String, List<Value>> first = loop.marks().get(0).names();
        List<String> lasting = first.keySet().stream()
                .filter(name -> loop.marks().stream()
                        .allMatch(mark ->
                                mark.names().getOrDefault(name, List.of()).size()
                                        == first.get(name).size()))
                .filter(name -> loop.marks().stream()
                        .anyMatch(mark -> !mark.names().get(name).equals(first.get(name))))
                .toList();
        List<Repetition.Boundary> boundaries = new ArrayList<>();
        for (Mark mark : loop.marks()) {
            List<Optional<Value>> variables = lasting.stream()
                    .flatMap(name -> mark.names().get(name).stream())
                    .map(value -> Optional.ofNullable(values.get(value)))
                    .toList();
            boundaries.add(new Repetition.Boundary(before[mark.start()], variables));
        }
        return new Repetition(loop.variable(), loop.depth(), boundaries);
    }
}
