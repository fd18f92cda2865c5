package dev.leibniz.training;

import java.io.IOException;
import java.util.List;

/** All that watch one training. What they cannot do is said and does not end it, but for what shows before it begins. */
record Watchers(List<Watcher> watchers, Progress progress) implements AutoCloseable {
    Watchers {
        watchers = List.copyOf(watchers);
    }

    void begin(Run run) throws IOException {
        for (Watcher watcher : watchers) {
            watcher.begin(run);
        }
    }

    void epoch(Run run, History history) {
        for (Watcher watcher : watchers) {
            try {
                watcher.epoch(run, history);
            } catch (IOException e) {
                progress.note("not shown: " + e.getMessage());
            }
        }
    }

    void end(Run run, History history) {
        for (Watcher watcher : watchers) {
            try {
                watcher.end(run, history);
            } catch (IOException e) {
                progress.note("not shown: " + e.getMessage());
            }
        }
    }

    /** Closes each, whatever the others do; then throws what the first of them threw. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Watcher watcher : watchers) {
            try {
                watcher.close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
