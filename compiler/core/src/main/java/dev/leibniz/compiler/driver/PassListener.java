package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.rewrite.Firing;

/** Hears of the passes over the graphs of networks while they run. */
public interface PassListener {
    /** Hears of a pass that has ended, with the graph that it leaves. */
    default void passed(PassedGraph graph) {}

    /**
     * Hears of the application of a rule.
     *
     * @param network the network's name
     * @param plan what the graph computes, such as {@code predict}
     */
    default void fired(String network, String plan, Firing firing) {}
}
