package dev.leibniz.compiler.lsp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The one thread that looks at texts, so that all it knows needs no locks. What goes wrong there ends that one question, with no answer. */
final class Worker {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Worker::thread);
    private final Map<String, Future<?>> waiting = new HashMap<>();

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "nn-texts");
        thread.setDaemon(true);
        return thread;
    }

    /** Answers a question about texts; with {@code nothing} if the answer cannot be found. */
    <T> CompletableFuture<T> ask(T nothing, Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(() -> answer(nothing, question), executor);
        } catch (RejectedExecutionException stopped) {
            return CompletableFuture.completedFuture(nothing);
        }
    }

    /** Half a text may be beyond what any part of the compiler expects, and an editor has no use for the reason. */
    private static <T> T answer(T nothing, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException | StackOverflowError fault) {
            return nothing;
        }
    }

    /** Runs a task in its turn. */
    void run(Runnable task) {
        ask(true, () -> {
            task.run();
            return true;
        });
    }

    /** Runs a task once it was not asked for again for so long. */
    void later(String name, long millis, Runnable task) {
        run(() -> {
            Future<?> earlier = waiting.put(
                    name,
                    executor.schedule(() -> answer(true, () -> finish(name, task)), millis, TimeUnit.MILLISECONDS));
            if (earlier != null) {
                earlier.cancel(false);
            }
        });
    }

    private boolean finish(String name, Runnable task) {
        waiting.remove(name);
        task.run();
        return true;
    }

    /** Runs something when a conversation ends by itself. */
    void watch(Future<?> conversation, Runnable end) {
        Thread watch = thread(() -> {
            try {
                conversation.get();
            } catch (InterruptedException | ExecutionException | CancellationException over) {
                // However it ended, it is over.
            }
            end.run();
        });
        watch.start();
    }

    void stop() {
        executor.shutdownNow();
    }
}
