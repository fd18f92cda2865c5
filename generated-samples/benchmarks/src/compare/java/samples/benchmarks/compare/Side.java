package samples.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An engine that takes part, and how a process of it is started.
 *
 * @param name heads its column and names its log
 * @param command what comes before the task
 * @param after what comes after it
 * @param environment added to that of this process
 * @param threads how many it may use
 */
record Side(String name, List<String> command, List<String> after, Map<String, String> environment, int threads) {
    Side {
        command = List.copyOf(command);
        after = List.copyOf(after);
        environment = Map.copyOf(environment);
    }

    /** The same on another number of threads. */
    Side on(int others) {
        return new Side(on(name, others), command, after, environment, others);
    }

    /** What {@link #on(int)} calls a side. */
    static String on(String name, int threads) {
        return name + ", " + threads + " threads";
    }

    List<String> commandFor(Task task) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(task.arguments()));
        all.addAll(after);
        return all;
    }

    String logName() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".log";
    }
}
