package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Repetition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes loops of the turns of {@code for} statements, inner statements first. */
public final class Rolling {
    private Rolling() {}

    /**
     * The same networks with loops.
     *
     * @param variants of one network, which get the same parameters and states: what is no loop in one is none in the others
     */
    public static List<Network> roll(List<Network> variants) {
        List<Network> rolled = variants;
        int deepest = variants.stream()
                .flatMap(network -> network.repetitions().stream())
                .mapToInt(Repetition::depth)
                .max()
                .orElse(-1);
        boolean sameLoops = variants.stream()
                        .map(network -> network.repetitions().size())
                        .distinct()
                        .count()
                == 1;
        for (int depth = deepest; depth >= 0 && sameLoops; depth--) {
            rolled = roll(rolled, depth);
        }
        return rolled;
    }

    private static List<Network> roll(List<Network> variants, int depth) {
        List<Source> sources = variants.stream().map(Source::new).toList();
        List<Map<Repetition, Roll>> chosen = new ArrayList<>();
        variants.forEach(network -> chosen.add(new IdentityHashMap<>()));
        Set<Value> stacked = new HashSet<>();
        for (int k = 0; k < variants.get(0).repetitions().size(); k++) {
            List<Roll> rolls = new ArrayList<>();
            for (Source source : sources) {
                Repetition repetition = source.network().repetitions().get(k);
                if (repetition.depth() == depth) {
                    Roll.of(source, repetition).ifPresent(rolls::add);
                }
            }
            if (rolls.size() == variants.size()
                    && rolls.stream().allMatch(rolls.get(0)::matches)
                    && leaves(rolls.get(0)).noneMatch(stacked::contains)) {
                leaves(rolls.get(0)).forEach(stacked::add);
                for (int v = 0; v < variants.size(); v++) {
                    chosen.get(v).put(variants.get(v).repetitions().get(k), rolls.get(v));
                }
            }
        }
        List<Network> rolled = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            Network network = variants.get(v);
            rolled.add(chosen.get(v).isEmpty() ? network : RolledNetwork.of(network, chosen.get(v)));
        }
        return rolled;
    }

    private static Stream<Value> leaves(Roll roll) {
        return roll.stacks().stream().flatMap(stack -> stack.leaves().stream());
    }
}
