package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.syntax.Declaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds functions and layers that use themselves, directly or by way of others. */
final class Cycles {
    private final List<Declaration> declarations;
    private final Map<Declaration, List<BodyNames.Mention>> mentions;
    private final Diagnostics diagnostics;
    private final Set<Declaration> done = Collections.newSetFromMap(new IdentityHashMap<>());

    Cycles(
            List<Declaration> declarations,
            Map<Declaration, List<BodyNames.Mention>> mentions,
            Diagnostics diagnostics) {
        this.declarations = declarations;
        this.mentions = mentions;
        this.diagnostics = diagnostics;
    }

    /** Reports each cycle once, at the mention that closes it. */
    boolean report() {
        boolean found = false;
        for (Declaration start : declarations) {
            found |= search(start);
        }
        return found;
    }

    /** A depth-first walk with its way on an explicit stack: long chains of functions must not exhaust ours. */
    private boolean search(Declaration start) {
        boolean found = false;
        List<Declaration> way = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        Set<Declaration> onWay = Collections.newSetFromMap(new IdentityHashMap<>());
        if (done.add(start)) {
            way.add(start);
            next.add(0);
            onWay.add(start);
        }
        while (!way.isEmpty()) {
            int last = way.size() - 1;
            List<BodyNames.Mention> out = mentions.getOrDefault(way.get(last), List.of());
            int index = next.get(last);
            if (index == out.size()) {
                onWay.remove(way.remove(last));
                next.remove(last);
                continue;
            }
            next.set(last, index + 1);
            BodyNames.Mention mention = out.get(index);
            if (onWay.contains(mention.of())) {
                found = true;
                describe(way, mention);
            } else if (done.add(mention.of())) {
                way.add(mention.of());
                next.add(0);
                onWay.add(mention.of());
            }
        }
        return found;
    }

    private void describe(List<Declaration> way, BodyNames.Mention mention) {
        int from = 0;
        while (way.get(from) != mention.of()) {
            from++;
        }
        List<String> names = new ArrayList<>();
        way.subList(from, way.size()).forEach(step -> names.add(step.name().text()));
        names.add(mention.of().name().text());
        diagnostics.report(
                new NameProblems.Recursion(mention.at(), mention.of().name().text(), names));
    }
}
