package samples.penguins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process on the class path of the tests, which says when it has begun to write, and how long a write takes it, and is killed some such times later: how
 * fast a machine is, and what else it does, changes nothing in where kills hit.
 */
final class Victim {
    private static final String READY = "ready ";

    private Victim() {}

    /** Said by the process. */
    static void sayReady(long nanosOfAWrite) {
        System.out.println(READY + nanosOfAWrite);
    }

    /**
     * Starts it and kills it, as {@code kill -9} does, after {@code writes} times as long as it says that a write takes.
     *
     * @return what it printed after it had said so; all that it printed if it did not
     */
    static List<String> runAndKill(Class<?> program, double writes, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // The kernels of the tests: others give other bits.
                "--add-modules",
                "jdk.incubator.vector",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    lines.clear();
                    TimeUnit.NANOSECONDS.sleep((long) (writes * Long.parseLong(line.substring(READY.length()))));
                    // Not by the process, which would close the stream of what is still to be read.
                    process.toHandle().destroyForcibly();
                } else {
                    lines.add(line);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return lines;
    }
}
