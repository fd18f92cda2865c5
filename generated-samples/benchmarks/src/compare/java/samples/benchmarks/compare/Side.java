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
 */
record Side(String name, List<String> command, List<String> after, Map<String, String> environment) {
    Side {
        command = List.copyOf(command);
        after = List.copyOf(after);
        environment = Map.copyOf(environment);
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
