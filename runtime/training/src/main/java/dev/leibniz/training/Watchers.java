package dev.leibniz.training;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that watch one training. What they cannot do is said, once, and does not end it, but for what shows before it begins. */
final class Watchers implements AutoCloseable {
    private final List<Watcher> watchers;
    private final Progress progress;
    private final Set<String> said = new HashSet<>();

    Watchers(List<Watcher> watchers, Progress progress) {
        this.watchers = List.copyOf(watchers);
        this.progress = progress;
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
                say(e);
            }
        }
    }

    void end(Run run, History history) {
        for (Watcher watcher : watchers) {
            try {
                watcher.end(run, history);
            } catch (IOException e) {
                say(e);
            }
        }
    }

    private void say(IOException failure) {
        String text = "not shown: " + failure.getMessage();
        if (said.add(text)) {
            progress.note(text);
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
