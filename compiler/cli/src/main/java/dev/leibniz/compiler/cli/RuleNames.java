package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.RuleChoice;
import dev.leibniz.compiler.source.Spelling;
import java.util.List;
import java.util.Set;

/** Which rules the command line turns off and on. */
final class RuleNames {
    private RuleNames() {}

    /**
     * The choice.
     *
     * @param without rules to turn off
     * @param unsafe unsafe rules to turn on
     * @throws Failure if there is no such rule, or it cannot be turned off, or on
     */
    static RuleChoice choice(Set<String> without, Set<String> unsafe) {
        without.forEach(RuleNames::require);
        unsafe.forEach(RuleNames::require);
        List<String> known = LeibnizCompiler.unsafeRules();
        for (String rule : without) {
            if (!LeibnizCompiler.optionalRules().contains(rule) && !known.contains(rule)) {
                throw Failure.usage(
                        "needed-rule", "there is no code for what the rule `" + rule + "` replaces", "leave it on");
            }
        }
        for (String rule : unsafe) {
            if (!known.contains(rule)) {
                throw Failure.usage(
                        "no-such-rule",
                        "the rule `" + rule + "` is safe and on by itself",
                        "the unsafe rules are " + String.join(", ", known));
            }
        }
        return new RuleChoice(without, unsafe);
    }

    private static void require(String rule) {
        List<String> known = LeibnizCompiler.rules();
        if (!known.contains(rule)) {
            String list = "nnc explain --rules FILE lists those that are applied to a network";
            throw Spelling.closest(rule, known)
                    .map(closest -> Failure.usage(
                            "no-such-rule", "there is no rule `" + rule + "`", "did you mean `" + closest + "`?", list))
                    .orElse(Failure.usage("no-such-rule", "there is no rule `" + rule + "`", list));
        }
    }
}
