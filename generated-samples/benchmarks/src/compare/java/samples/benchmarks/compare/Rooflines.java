package samples.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code nnc bench --kernels} says of the steps of networks, its longest kernels only. */
record Rooflines(Options options, Figures figures, Side ours) {
    private static final int MOST_KERNELS = 8;

    /** Behind the kernels come the rest of the time and the total. */
    private static final int SUMS = 2;

    /** Markdown with the table of each network as it was printed. */
    String text() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("On " + ours.name() + ".\n");
        for (String network : options.networks()) {
            double batch = figures.median(ours.name(), network, "batch");
            if (Double.isNaN(batch)) {
                continue;
            }
            Progress.say(network + ", kernels: " + ours.name());
            text.append("\n```\n");
            shortened(lines(network, (int) batch))
                    .forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }

    private List<String> lines(String network, int batch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ours.command().get(0)));
        command.addAll(Sides.SIMD);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), "dev.leibniz.compiler.cli.Nnc"));
        command.addAll(List.of("bench", "src/main/nn/samples/benchmarks/" + network + ".nn", "--kernels"));
        command.addAll(List.of("--size", "N=" + batch));
        command.addAll(List.of("--threads", Integer.toString(options.threads())));
        command.addAll(List.of("--seconds", Double.toString(options.secondsOfKernels())));
        Path log = options.directory().resolve("kernels.log");
        Process process = Child.builder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0
                ? printed.lines().toList()
                : List.of(network + " ended with code " + code + ", see " + log.getFileName());
    }

    /** Without the kernels that take the least. */
    private static List<String> shortened(List<String> lines) {
        int head = 1;
        for (int line = 0; line < lines.size(); line++) {
            head = lines.get(line).startsWith("kernel ") ? line + 1 : head;
        }
        if (lines.size() <= head + MOST_KERNELS + SUMS) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, head + MOST_KERNELS));
        some.add("…");
        some.addAll(lines.subList(lines.size() - SUMS, lines.size()));
        return some;
    }
}
