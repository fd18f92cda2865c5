package dev.leibniz.compiler.randomprogram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.rewrite.RuleClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random programs compute the same in every way: {@code -Drandom.programs=10000 -Drandom.seed=1} tries ten thousand from that seed on. */
class RandomProgramsTest {
    private static final int BATCH = 25;
    private static final int PROGRESS = 500;
    private static final int MOST_SHRUNK = 5;
    private static final double MOST_SKIPPED = 0.35;
    private static final double MOST_REFUSED = 0.02;

    private final Checker checker = new Checker();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void everyWayToComputeGivesTheSame() throws IOException {
        int programs = Integer.getInteger("random.programs", 60);
        long first = Long.getLong("random.seed", 1);
        System.out.println(programs + " random programs from seed " + first + " on");
        for (long from = first; from < first + programs; from += BATCH) {
            batch(LongStream.range(from, Math.min(from + BATCH, first + programs))
                    .boxed()
                    .toList());
            if ((from - first) % PROGRESS == 0) {
                System.out.println("from seed " + from + ": " + counts);
            }
        }
        System.out.println(counts);
        TreeSet<String> never = new TreeSet<>(RuleClasses.names());
        never.removeAll(checker.fired.keySet());
        System.out.println(checker.fired.size() + " rules were applied; never: " + never);

        assertThat(failures).isEmpty();
        assertThat(share("SKIPPED")).isLessThan(MOST_SKIPPED);
        assertThat(share("REFUSED")).isLessThan(MOST_REFUSED);
    }

    private double share(String kind) {
        int all = counts.values().stream().mapToInt(n -> n).sum();
        int some = counts.entrySet().stream()
                .filter(e -> e.getKey().startsWith(kind))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return (double) some / all;
    }

    private void batch(List<Long> seeds) {
        List<RandomProgram> programs =
                seeds.stream().map(ProgramGenerator::draw).toList();
        List<Verdict> verdicts =
                checker.check(programs.stream().map(RandomProgram::text).toList(), seeds);
        for (int k = 0; k < programs.size(); k++) {
            Verdict verdict = verdicts.get(k);
            counts.merge((verdict.kind() + " " + verdict.stage()).strip(), 1, Integer::sum);
            if (verdict.kind() == Verdict.Kind.REFUSED) {
                System.out.println("refused: seed " + seeds.get(k) + " " + verdict.message());
            } else if (verdict.isFailure()) {
                fail(programs.get(k), verdict);
            }
        }
    }

    private void fail(RandomProgram program, Verdict verdict) {
        RandomProgram smallest = failures.size() >= MOST_SHRUNK
                ? program
                : Shrinker.shrink(
                        program, p -> new Checker().check(p.text(), p.seed()).isLike(verdict));
        Verdict last = checker.check(smallest.text(), smallest.seed());
        String told =
                "seed " + program.seed() + ", " + verdict.stage() + ": " + last.message() + "\n" + smallest.text();
        failures.add(told);
        System.out.println(told);
    }
}
