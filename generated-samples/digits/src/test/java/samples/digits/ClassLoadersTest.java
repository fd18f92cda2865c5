package samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Workers;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Applications in one JVM that each have a runtime and generated classes of their own, as in a container. */
@Timeout(120)
final class ClassLoadersTest {
    private static final int BATCH = 64;

    /** Trains on several threads and predicts on others; the parameters and what the network says. */
    public static final class Application implements Callable<float[][]> {
        @Override
        public float[][] call() throws Exception {
            DigitsData data = DigitsData.load();
            Digits net = Digits.initialise(3);
            Digits.Trainer trainer = net.trainer(BATCH).on(Workers.of(3, 0));
            Batches batches = new Batches(data.train(), BATCH, 3);
            for (int batch = 0; batch < batches.count(); batch++) {
                batches.fill(batch);
                trainer.step(batches.images(), batches.labels());
            }
            float[] images = data.rows(0, 20).images();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<float[]>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> net.predict(images)));
            }
            float[][] results = {net.parameters(), answers.get(0).get()};
            threads.shutdown();
            for (Future<float[]> answer : answers) {
                if (!Arrays.equals(answer.get(), results[1])) {
                    throw new IllegalStateException("two threads got different answers");
                }
            }
            return results;
        }
    }

    /** Has threads as long as its class lives, unless it ends them. */
    public static final class Server implements Callable<Runnable> {
        private static final Workers WORKERS = Workers.of(2, 0);

        @Override
        public Runnable call() {
            WORKERS.run((task, from, to) -> {}, 0, 2, 1);
            return WORKERS::shutdown;
        }
    }

    private static URLClassLoader loader() throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            places.add(Path.of(place).toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** What a class of this one's name does that another loader loads. */
    @SuppressWarnings("unchecked")
    private static <T> T call(ClassLoader loader, Class<? extends Callable<T>> type) throws Exception {
        Class<?> own = loader.loadClass(type.getName());
        assertThat(own).isNotSameAs(type);
        return ((Callable<T>) own.getConstructor().newInstance()).call();
    }

    private static void awaitCollection(WeakReference<ClassLoader> loader) throws InterruptedException {
        for (int i = 0; i < 200 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(loader.get()).as("the loader is still referred to").isNull();
    }

    @Test
    void twoAtOnceComputeTheSameBitsAndCanBothBeUnloaded() throws Exception {
        float[][] expected = new Application().call();
        for (WeakReference<ClassLoader> loader : runTwo(expected)) {
            awaitCollection(loader);
        }
    }

    private static List<WeakReference<ClassLoader>> runTwo(float[][] expected) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<Future<float[][]>> results = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            URLClassLoader loader = loader();
            loaders.add(new WeakReference<>(loader));
            results.add(threads.submit(() -> {
                try (loader) {
                    return call(loader, Application.class);
                }
            }));
        }
        for (Future<float[][]> result : results) {
            assertThat(result.get()).isDeepEqualTo(expected);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return loaders;
    }

    @Test
    void threadsOfAStaticFieldEndWithShutdownAndThenTheClassesCanBeUnloaded() throws Exception {
        awaitCollection(serveAndShutDown());
    }

    private static WeakReference<ClassLoader> serveAndShutDown() throws Exception {
        try (URLClassLoader loader = loader()) {
            call(loader, Server.class).run();
            return new WeakReference<>(loader);
        }
    }
}
