package dev.leibniz.training.page;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.runtime.io.JsonText;
import dev.leibniz.training.History;
import dev.leibniz.training.Run;
import dev.leibniz.training.Watcher;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run as a page: curves of the loss, of the metrics and of the rate, the confusion matrix of a classifier, histograms of each parameter and its gradient. The gradient is
 * that of the first rows of the training data.
 */
public final class RunPage implements Watcher {
    /** A page that takes some milliseconds to write is not written after each epoch that takes less. */
    private static final long RENEWED_NANOS = 1_000_000_000;

    private static final String PLOTS = "uplot/";

    private final @Nullable Path file;
    private final @Nullable LiveServer server;
    private final Map<String, Histogram> atFirst = new LinkedHashMap<>();
    private Optional<Confusion> confusion = Optional.empty();
    private String template = "";
    private long shown = System.nanoTime() - RENEWED_NANOS;

    private RunPage(@Nullable Path file, @Nullable LiveServer server) {
        this.file = file;
        this.server = server;
    }

    /** A page in a file, one that needs nothing else, written anew after epochs, at most once a second, and at the end. */
    public static RunPage file(Path html) {
        return new RunPage(html, null);
    }

    /**
     * A page at {@code http://127.0.0.1:port/} for browsers on this machine, which renews itself as long as training goes on.
     *
     * @param port 0 for any that is free; which one, progress tells
     * @throws IOException if nobody can listen there
     */
    public static RunPage live(int port) throws IOException {
        return new RunPage(null, new LiveServer(port));
    }

    /** Where a live page is; nowhere for one in a file. */
    // Whoever calls it need not have the annotation.
    @SuppressWarnings("exports")
    public @Nullable String address() {
        return server == null ? null : server.address();
    }

    @Override
    public void begin(Run run) throws IOException {
        atFirst.putAll(histograms(run.model(), run.model().parameters()));
        confusion = Confusion.of(run);
        template = template();
        show("null", true);
        if (server != null) {
            server.start();
            run.note("watch at " + server.address());
        }
    }

    @Override
    public void epoch(Run run, History history) throws IOException {
        if (System.nanoTime() - shown >= RENEWED_NANOS) {
            show(JsonText.of(data(run, history, false)), true);
            shown = System.nanoTime();
        }
    }

    @Override
    public void end(Run run, History history) throws IOException {
        show(JsonText.of(data(run, history, true)), false);
        if (file != null) {
            run.note("page in " + file);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private void show(String data, boolean goesOn) throws IOException {
        if (file != null) {
            AtomicFile.write(file, page(data, false).getBytes(StandardCharsets.UTF_8));
        }
        if (server != null) {
            server.show(page(data, goesOn));
            server.tell(data, !goesOn);
        }
    }

    // -- what is shown

    private Map<String, Object> data(Run run, History history, boolean isEnd) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("network", run.model().name());
        data.put("planned", run.epochs());
        data.put("best", best(history) + 1);
        data.put("ended", isEnd);
        data.put("validated", run.isValidated());
        data.put("curves", curves(history));
        data.put("rate", column(history, History.Epoch::rate));
        confusion.flatMap(each -> each.measure(run)).ifPresent(measured -> data.put("confusion", measured));
        data.put("tensors", tensors(run.model(), run.gradient()));
        return data;
    }

    /** The epoch that was restored; if none was, the one with the least loss. */
    private static int best(History history) {
        int last = history.epochs().size() - 1;
        if (history.best() != last) {
            return history.best();
        }
        int best = 0;
        for (int i = 0; i <= last; i++) {
            if (loss(history.epochs().get(i)) < loss(history.epochs().get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static double loss(History.Epoch epoch) {
        return Double.isNaN(epoch.validationLoss()) ? epoch.loss() : epoch.validationLoss();
    }

    private static List<Object> curves(History history) {
        List<Object> curves = new ArrayList<>();
        for (int i = 0; i <= history.metrics().size(); i++) {
            int at = i;
            Map<String, Object> curve = new LinkedHashMap<>();
            curve.put("name", i == 0 ? "loss" : history.metrics().get(i - 1));
            curve.put("training", column(history, epoch -> epoch.training()[at]));
            curve.put("validation", column(history, epoch -> epoch.validation()[at]));
            curves.add(curve);
        }
        return curves;
    }

    private static List<Double> column(History history, ToDoubleFunction<History.Epoch> value) {
        return history.epochs().stream().map(value::applyAsDouble).toList();
    }

    private List<Object> tensors(Model model, Object gradient) {
        Map<String, Histogram> now = histograms(model, model.parameters());
        Map<String, Histogram> gradients = histograms(model, gradient);
        List<Object> tensors = new ArrayList<>();
        for (Parameter parameter : model.parameterList()) {
            Map<String, Object> tensor = new LinkedHashMap<>();
            tensor.put("path", parameter.path());
            tensor.put("shape", parameter.shape());
            tensor.put("first", bins(atFirst.get(parameter.path())));
            tensor.put("now", bins(now.get(parameter.path())));
            tensor.put("gradient", bins(gradients.get(parameter.path())));
            tensors.add(tensor);
        }
        return tensors;
    }

    private static Map<String, Histogram> histograms(Model model, Object array) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (Parameter parameter : model.parameterList()) {
            histograms.put(parameter.path(), Histogram.of(array, parameter.offset(), parameter.length()));
        }
        return histograms;
    }

    private static Map<String, Object> bins(Histogram histogram) {
        Map<String, Object> bins = new LinkedHashMap<>();
        bins.put("low", histogram.low());
        bins.put("high", histogram.high());
        bins.put("counts", histogram.counts());
        bins.put("notFinite", histogram.notFinite());
        return bins;
    }

    private String page(String data, boolean isLive) {
        return template.replace("/*live*/", String.valueOf(isLive)).replace("/*data*/", data);
    }

    /** The page but for what changes while training goes on. */
    private static String template() throws IOException {
        return resource("run.html")
                .replace("/*plots.css*/", resource(PLOTS + "uPlot.min.css"))
                .replace("/*run.css*/", resource("run.css"))
                .replace("/*plots.js*/", resource(PLOTS + "uPlot.iife.min.js"))
                .replace("/*run.js*/", resource("run.js"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = RunPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException("not on the class path: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
