package dev.leibniz.compiler.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands behind a network's name in the names of the classes generated for it. */
public final class ClassEndings {
    /** Of the classes that do not depend on how the network is trained. */
    public static final List<String> FIXED = List.of(
            "Forward",
            "Backward",
            "Kernels",
            "ScalarKernels",
            "VectorKernels",
            "Parameters",
            "States",
            "Model",
            "Team",
            "Checked");

    private ClassEndings() {}

    /** Of the classes of update rules, in their order: {@code Sgd} for {@code sgd}, {@code MyRule} for {@code my_rule}. */
    public static List<String> ofRules(List<String> rules) {
        Set<String> taken = new HashSet<>();
        FIXED.forEach(ending -> taken.add(ending.toLowerCase(Locale.ROOT)));
        List<String> endings = new ArrayList<>();
        for (String rule : rules) {
            String ending = withoutUnderscores(rule);
            while (!taken.add(ending.toLowerCase(Locale.ROOT))) {
                ending = ending + "Rule";
            }
            endings.add(ending);
        }
        return endings;
    }

    private static String withoutUnderscores(String name) {
        StringBuilder ending = new StringBuilder();
        boolean upper = true;
        for (int c : name.codePoints().toArray()) {
            if (c != '_') {
                ending.appendCodePoint(upper ? Character.toUpperCase(c) : c);
            }
            upper = c == '_';
        }
        return ending.isEmpty() ? "_" : ending.toString();
    }
}
