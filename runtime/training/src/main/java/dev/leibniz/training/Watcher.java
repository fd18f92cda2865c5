package dev.leibniz.training;

import java.io.IOException;

/** Looks on while a network is trained: after each epoch, and at the end. What it does changes no bit of the result. */
public interface Watcher extends AutoCloseable {
    /** Before the first epoch, or the first one after training was resumed. */
    default void begin(Run run) throws IOException {}

    /** An epoch is done, the last of the history; the model has the parameters that were validated. */
    void epoch(Run run, History history) throws IOException;

    /** Training has ended; the model has the parameters that it keeps. */
    default void end(Run run, History history) throws IOException {}

    @Override
    default void close() {}
}
