package samples.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Turns figures into Markdown. What ours has on several JVMs stands in one cell, in their order.
 *
 * @param ours the JVMs of ours
 * @param peers engines that ran the networks
 * @param libraries those that multiplied matrices
 */
record Tables(Options options, Figures figures, List<String> ours, List<String> peers, List<String> libraries) {
    private static final List<String> PRODUCTS = List.of("A·B", "A·Bᵀ", "Aᵀ·B");

    String text(List<String> abouts, List<String> notes) throws IOException {
        StringBuilder text = new StringBuilder();
        if (options.isShort()) {
            text.append(
                    "**A short run: medians of fewer rounds than the five, or of shorter measurements, than this command takes unless told.**\n\n");
        }
        text.append(Machine.description()).append(". ").append(conditions()).append("\n\n");
        abouts.forEach(about -> text.append("- ").append(about).append('\n'));
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        differences().forEach(note -> text.append("- ").append(note).append('\n'));
        if (!options.networks().isEmpty()) {
            text.append(
                    "\nA training step: forward, backward, plain SGD; microseconds, and how many of ours they are.\n\n");
            text.append(comparison("step"));
            text.append("\nA prediction of one row.\n\n").append(comparison("predict"));
            text.append(
                    "\nPlain Java: our step without the Vector API beside that on SIMD vectors, and how many of that it is.\n\n");
            text.append(plain());
            List<String> shared =
                    options.networks().stream().filter(options::onTwoThreads).toList();
            if (!shared.isEmpty()) {
                text.append("\nTwo threads: our step on ")
                        .append(ours.get(0))
                        .append(", and how many times as fast two are.\n\n");
                text.append(threads(shared));
            }
            text.append(
                    "\nOurs alone: bytes allocated; microseconds of single predictions of one row, with the time it takes to read the clock.\n\n");
            text.append(alone());
        }
        if (!options.sizes().isEmpty()) {
            text.append("\nProducts of square matrices: GFLOP/s, and ours as a share of the library's.\n\n");
            text.append(products());
        }
        text.append("\nStart, size and memory.\n\n").append(footprint());
        return text.toString();
    }

    private String conditions() {
        return (options.rounds() == 1 ? "One round" : "Medians of " + options.rounds() + " rounds") + " of "
                + options.seconds() + " s a measurement, "
                + (options.threads() == 1 ? "one thread" : options.threads() + " threads")
                + "; Leibniz on " + String.join(" / ", ours) + ".";
    }

    /** Networks that are not quite the same. */
    private List<String> differences() {
        List<String> notes = new ArrayList<>();
        for (String network : options.networks()) {
            double own = figures.median(ours.get(0), network, "parameters");
            for (String peer : peers) {
                double other = figures.median(peer, network, "parameters");
                if (!Double.isNaN(other) && other != own) {
                    notes.add(String.format(
                            Locale.ROOT, "%s has %.0f parameters in %s, %.0f in Leibniz.", network, other, peer, own));
                }
            }
        }
        return notes;
    }

    private String comparison(String what) {
        List<String> heads = new ArrayList<>(List.of("network, batch", "Leibniz"));
        ours.stream().skip(1).forEach(java -> heads.add(ours.get(0) + " : " + java));
        peers.forEach(peer -> heads.addAll(List.of(peer, "ratio")));
        MarkdownTable table = new MarkdownTable(heads);
        for (String network : options.networks()) {
            double batch = what.equals("step") ? figures.median(ours.get(0), network, "batch") : 1;
            List<String> cells = new ArrayList<>(List.of(
                    String.format(Locale.ROOT, "%s, %.0f", network, batch),
                    each(java -> figures.median(java, network, what))));
            for (String java : ours.subList(1, ours.size())) {
                cells.add(MarkdownTable.number(figures.ratio(ours.get(0), java, network, what)));
            }
            for (String peer : peers) {
                cells.add(MarkdownTable.number(figures.median(peer, network, what)));
                cells.add(each(java -> figures.ratio(peer, java, network, what)));
            }
            table.add(cells);
        }
        return table.text();
    }

    private String plain() {
        MarkdownTable table = new MarkdownTable(List.of("network", "SIMD", "plain Java", "ratio"));
        for (String network : options.networks()) {
            table.add(List.of(
                    network,
                    each(java -> figures.median(java, network, "step")),
                    each(java -> figures.median(Sides.plain(java), network, "step")),
                    each(java -> figures.ratio(Sides.plain(java), java, network, "step"))));
        }
        return table.text();
    }

    private String threads(List<String> networks) {
        String one = ours.get(0);
        String two = Side.on(one, 2);
        MarkdownTable table = new MarkdownTable(List.of("network", "one thread", "two threads", "ratio"));
        for (String network : networks) {
            table.add(List.of(
                    network,
                    MarkdownTable.number(figures.median(one, network, "step")),
                    MarkdownTable.number(figures.median(two, network, "step")),
                    MarkdownTable.number(figures.ratio(one, two, network, "step"))));
        }
        return table.text();
    }

    private String alone() {
        List<String> kinds = List.of("step bytes", "predict bytes", "p50", "p99", "p99.9");
        MarkdownTable table =
                new MarkdownTable(List.of("network", "bytes a step", "bytes a prediction", "median", "p99", "p99.9"));
        for (String network : options.networks()) {
            List<String> cells = new ArrayList<>(List.of(network));
            kinds.forEach(kind -> cells.add(each(java -> figures.median(java, network, kind))));
            table.add(cells);
        }
        return table.text();
    }

    private String products() {
        List<String> heads = new ArrayList<>(List.of("size"));
        for (String product : PRODUCTS) {
            heads.add(product + " Leibniz");
            libraries.forEach(library -> heads.addAll(List.of(product + " " + library, "share")));
        }
        MarkdownTable table = new MarkdownTable(heads);
        for (int size : options.sizes()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(size)));
            for (String product : PRODUCTS) {
                cells.add(each(java -> gigaflops(java, size, product)));
                for (String library : libraries) {
                    cells.add(MarkdownTable.number(gigaflops(library, size, product)));
                    cells.add(each(java -> figures.ratio(library, java, Integer.toString(size), product)));
                }
            }
            table.add(cells);
        }
        return table.text();
    }

    private double gigaflops(String side, int size, String product) {
        return 2.0 * size * size * size / 1e3 / figures.median(side, Integer.toString(size), product);
    }

    private String footprint() throws IOException {
        MarkdownTable table = new MarkdownTable(List.of("what", "figure"));
        for (String kind : List.of("plain", "SIMD")) {
            table.add(List.of("empty main, " + kind + ", ms", each(java -> figures.median(java, kind, "empty main"))));
            table.add(List.of(
                    "start to the end of a first prediction of Tiny, " + kind + ", ms",
                    each(java -> figures.median(java, kind, "first prediction"))));
            table.add(List.of(
                    "more than an empty main, " + kind + ", ms",
                    each(java -> figures.median(java, kind, "difference"))));
        }
        long runtime = Footprint.runtime();
        long tiny = Footprint.network("Tiny");
        table.add(List.of(
                "runtime jar + classes of Tiny, KB",
                String.format(Locale.ROOT, "%.1f + %.1f", runtime / 1e3, tiny / 1e3)));
        if (options.networks().contains("Mlp")) {
            table.add(List.of("resident memory, training Mlp, MiB", each(this::resident)));
            peers.forEach(
                    peer -> table.add(List.of("the same, " + peer + ", MiB", MarkdownTable.number(resident(peer)))));
        }
        return table.text();
    }

    private double resident(String side) {
        return figures.median(side, "Mlp", "resident") / 1024;
    }

    private String each(ToDoubleFunction<String> figure) {
        return ours.stream()
                .map(java -> MarkdownTable.number(figure.applyAsDouble(java)))
                .collect(Collectors.joining(" / "));
    }
}
