package dev.leibniz.spark;

import dev.leibniz.runtime.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A page for browsers that plans a cluster: the cost model beside what was measured, and rounds against nodes, parameters and bandwidth. */
public final class PlanPage {
    private static final int[] NODES = {1, 2, 4, 8, 16, 32, 64, 128, 256};
    private static final double[] GIGABITS = {1, 10, 25, 100};
    private static final String[] COLOURS = {"#b3541e", "#3b76ab", "#2e8b57", "#7a4fa3"};
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 }
            th, td { text-align: right; padding: .2rem .8rem; border-bottom: 1px solid #ddd }
            th:first-child, td:first-child { text-align: left }
            svg text { font-size: 12px }
            """;

    private final CostModel model;
    private final double rowSeconds;
    private final int cores;
    private final int batchSize;
    private final StringBuilder page = new StringBuilder();

    private PlanPage(CostModel model, double rowSeconds, int cores, int batchSize) {
        this.model = model;
        this.rowSeconds = rowSeconds;
        this.cores = cores;
        this.batchSize = batchSize;
    }

    /**
     * Writes the page.
     *
     * @param measured rounds to hold the model against
     * @param parameters of the networks to plan for
     * @param rowSeconds what one core computes for a row
     * @param cores of a node
     * @param batchSize rows that each partition gives to a round; a node has as many partitions as cores
     */
    public static void write(
            Path file,
            CostModel model,
            List<CostModel.Measured> measured,
            long[] parameters,
            double rowSeconds,
            int cores,
            int batchSize)
            throws IOException {
        PlanPage plan = new PlanPage(model, rowSeconds, cores, batchSize);
        plan.begin();
        plan.check(measured);
        for (long count : parameters) {
            plan.table(count);
            plan.chart(count);
        }
        AtomicFile.write(file, plan.page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void begin() {
        page.append(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Plan of a cluster</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Rounds against nodes, parameters and bandwidth</h1>\n");
        add(
                "<p>A round takes <b>%.2f ms</b> for its job, <b>%.2f ms</b> for each task, the tasks' computing in waves, and"
                        + " for each byte that passes one after the other <b>%.2f ns</b> beside the network's time.</p>",
                1e3 * model.jobSeconds(), 1e3 * model.startSeconds(), 1e9 * model.byteSeconds());
    }

    private void check(List<CostModel.Measured> measured) {
        page.append("<h2>Measured</h2>\n<table><tr><th>round</th><th>partitions</th><th>bytes in a row</th>"
                + "<th>measured ms</th><th>model ms</th><th>error</th></tr>\n");
        for (CostModel.Measured round : measured) {
            double planned = model.seconds(round.shape());
            add(
                    "<tr><td>%s</td><td>%d</td><td>%,.0f</td><td>%.1f</td><td>%.1f</td><td>%+.0f %%</td></tr>",
                    round.name(),
                    round.shape().partitions(),
                    round.shape().bytesInARow(),
                    1e3 * round.seconds(),
                    1e3 * planned,
                    100 * (planned / round.seconds() - 1));
        }
        page.append("</table>\n");
    }

    private RoundShape shape(long parameters, int nodes, double gigabits) {
        return new RoundShape(
                nodes,
                cores,
                nodes * cores,
                batchSize * rowSeconds,
                4.0 * parameters,
                4.0 * parameters,
                false,
                gigabits * 1e9 / 8);
    }

    /** How many times as fast as one core. */
    private double speed(RoundShape shape) {
        return shape.partitions() * shape.taskSeconds() / model.seconds(shape);
    }

    private void table(long parameters) {
        add(
                "<h2>%,d parameters</h2>\n<p>%,d rows of each of %d partitions a node, %.2f µs a row. Milliseconds of a"
                        + " round, and how many times as fast as one core.</p>",
                parameters, batchSize, cores, 1e6 * rowSeconds);
        page.append("<table><tr><th>nodes</th>");
        for (double gigabits : GIGABITS) {
            add("<th>%.0f Gbit/s</th>", gigabits);
        }
        page.append("</tr>\n");
        for (int nodes : NODES) {
            add("<tr><td>%d</td>", nodes);
            for (double gigabits : GIGABITS) {
                RoundShape shape = shape(parameters, nodes, gigabits);
                add("<td>%.1f ms, × %.1f</td>", 1e3 * model.seconds(shape), speed(shape));
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void chart(long parameters) {
        double most = cores * NODES[NODES.length - 1];
        page.append("<svg width=\"560\" height=\"260\" viewBox=\"0 0 560 260\" role=\"img\">\n");
        line("#bbb", nodes -> (double) cores * nodes, most);
        for (int i = 0; i < GIGABITS.length; i++) {
            double gigabits = GIGABITS[i];
            line(COLOURS[i], nodes -> speed(shape(parameters, nodes, gigabits)), most);
            add("<text x=\"430\" y=\"%d\" fill=\"%s\">%.0f Gbit/s</text>", 40 + 18 * i, COLOURS[i], gigabits);
        }
        page.append("<text x=\"430\" y=\"22\" fill=\"#888\">all cores</text><text x=\"40\" y=\"255\">1 node</text>"
                + "<text x=\"370\" y=\"255\">256 nodes, both axes logarithmic</text></svg>\n");
    }

    private void line(String colour, java.util.function.IntToDoubleFunction speed, double most) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < NODES.length; i++) {
            double height =
                    Math.max(0, Math.log(Math.max(0.1, speed.applyAsDouble(NODES[i])) * 10) / Math.log(most * 10));
            points.append(String.format(Locale.ROOT, "%.0f,%.0f ", 40 + 47.0 * i, 235 - 220 * height));
        }
        add(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
                colour, points.toString().strip());
    }
}
