package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.explain.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time of a network goes, kernel by kernel. */
final class KernelTable {
    private KernelTable() {}

    /**
     * Runs a task for some seconds and says what its kernels took of them.
     *
     * @param machine one thread of it
     */
    static List<String> of(
            CompiledNetwork network, Task task, Figures figures, int threads, double seconds, Machine machine) {
        Profile profile = Profile.of(task.start().get(), seconds, network.kernels());
        List<String> lines = new ArrayList<>();
        List<String> freeSizes = network.code().freeSizes();
        lines.add(network.name() + (freeSizes.isEmpty() ? "" : ", " + figures.assumed(freeSizes)) + ", " + task.what()
                + ", threads: " + threads + ", samples: " + Figures.number(profile.all()));
        boolean doubles = network.code().doublePrecision();
        Machine limits = machine.on(threads, doubles);
        lines.add(String.format(
                Locale.ROOT,
                "roof: %.1f GFLOP/s (%s in registers), %.1f GB/s (a = b + s*c in memory)",
                limits.flops() / 1e9,
                doubles ? "doubles" : "floats",
                limits.bytes() / 1e9));
        lines.add("");
        lines.addAll(Roofline.of(KernelCosts.of(network, task, figures), profile, limits));
        return lines;
    }
}
