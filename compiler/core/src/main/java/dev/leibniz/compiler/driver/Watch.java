package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.rewrite.Firing;
import dev.leibniz.compiler.rewrite.Program;
import java.util.function.Supplier;

/**
 * What watches a compilation: how long stages take, what passes leave, which rules they apply.
 *
 * @param network the network whose graph is on its way through the passes
 * @param plan what the graph computes
 */
record Watch(Timings timings, PassListener listener, String network, String plan) {
    Watch(Timings timings, PassListener listener) {
        this(timings, listener, "", "");
    }

    /** Tells nobody. */
    static Watch silent() {
        return new Watch(new Timings(), new PassListener() {});
    }

    Watch of(String name) {
        return new Watch(timings, listener, name, plan);
    }

    Watch plan(String name) {
        return new Watch(timings, listener, network, name);
    }

    <T> T time(String stage, Supplier<T> run) {
        return timings.time(stage, run);
    }

    void passed(String pass, Program program) {
        listener.passed(new PassedGraph(network, plan, pass, program));
    }

    void fired(Firing firing) {
        listener.fired(network, plan, firing);
    }
}
