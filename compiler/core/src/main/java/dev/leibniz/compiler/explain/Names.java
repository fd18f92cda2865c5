package dev.leibniz.compiler.explain;

import java.util.HashSet;
import java.util.Set;

/** The names in one text, loops and what is in them included: each stands for one value. */
final class Names {
    private final Set<String> taken = new HashSet<>();
    private int temporaries;

    /** Keeps a name from being given to something else. */
    void reserve(String name) {
        taken.add(name);
    }

    /** The name itself if it is free, else with a number: {@code h}, {@code h2}, {@code h3}. */
    String unique(String name) {
        String own = name;
        for (int n = 2; !taken.add(own); n++) {
            own = name + n;
        }
        return own;
    }

    /** A name for what has none: {@code t1}, {@code t2}, …. */
    String temporary() {
        String name;
        do {
            name = "t" + ++temporaries;
        } while (!taken.add(name));
        return name;
    }
}
