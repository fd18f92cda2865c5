package samples.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process that did a task has printed.
 *
 * @param about the engine, empty if it was not asked
 * @param figures by kind
 */
record Child(String about, Map<String, Double> figures) {
    /** Would make OpenBLAS take kernels for another machine, or change how a JVM runs. */
    private static final List<String> UNWANTED =
            List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** A process that did not do its task; the message says which and why. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /** Runs a side's process for a task until its end; what it says besides goes to its log. */
    static Child run(Side side, Task task, Path directory) throws Failure, IOException, InterruptedException {
        Path log = directory.resolve(side.logName());
        ProcessBuilder builder =
                builder(side.commandFor(task)).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(side.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Failure("cannot be started: " + e.getMessage());
        }
        Child child = new Child("", new LinkedHashMap<>());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                child = child.with(line.split("\t"));
            }
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new Failure("ended with code " + code + ", saying: " + lastWords(log) + " (all of it in "
                    + log.getFileName() + ")");
        }
        return child;
    }

    /** Starts no process yet, but without variables that would distort what it measures. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(UNWANTED);
        return builder;
    }

    private Child with(String[] words) {
        if (words.length == 2 && words[0].equals("about")) {
            return new Child(words[1], figures);
        }
        if (words.length == 4 && words[0].equals("figure")) {
            figures.put(words[2], Double.valueOf(words[3]));
        }
        return this;
    }

    /** Of a stack trace, what was thrown. */
    private static String lastWords(Path log) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (!line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... ")) {
                lines.add(line.strip());
            }
        }
        return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
    }
}
