package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.emit.KernelNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * In which kernels threads were at regular moments while something ran again and again, as the JVM's flight recorder samples them. Threads that wait count as long
 * as they spin.
 *
 * @param samples how often each kernel method was met
 * @param all how often any thread of the network was met, in kernels or elsewhere
 * @param micros of one run
 */
record Profile(Map<String, Integer> samples, int all, double micros) {
    private static final String MODULE = "jdk.jfr";
    private static final String EVENT = "jdk.ExecutionSample";
    private static final String OURS = "dev.leibniz.";

    /** The recorder takes no shorter one. */
    private static final Duration PERIOD = Duration.ofMillis(1);

    /** Warms something up and runs it for some seconds. */
    static Profile of(Runnable operation, double seconds, KernelNames kernels) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw unavailable("this Java has no flight recorder");
        }
        return Recorder.record(operation, seconds, kernels);
    }

    private static Failure unavailable(String why) {
        return Failure.of(
                "no-profiler",
                "kernels are measured by sampling, but " + why,
                "set JAVA_HOME to a JDK with the module " + MODULE);
    }

    /** What needs the module of the recorder. */
    private static final class Recorder {
        private final KernelNames kernels;
        private final Map<String, Integer> samples = new TreeMap<>();
        private int all;

        private Recorder(KernelNames kernels) {
            this.kernels = kernels;
        }

        static Profile record(Runnable operation, double seconds, KernelNames kernels) {
            if (!FlightRecorder.isAvailable()) {
                throw unavailable("the flight recorder of this Java is turned off");
            }
            try {
                Path file = Files.createTempFile("nnc", ".jfr");
                try {
                    double micros = run(operation, seconds, file);
                    Recorder recorder = new Recorder(kernels);
                    recorder.read(file);
                    return new Profile(recorder.samples, recorder.all, micros);
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | IllegalStateException e) {
                throw unavailable("the flight recorder cannot write: " + e.getMessage());
            }
        }

        private static double run(Runnable operation, double seconds, Path file) throws IOException {
            try (Recording recording = new Recording()) {
                // Started before anything warms up, since the recorder's start throws compiled code away.
                recording.start();
                Stopwatch.warmUp(operation, seconds);
                recording.enable(EVENT).withPeriod(PERIOD);
                double nanos = Stopwatch.mean(operation, seconds);
                recording.stop();
                recording.dump(file);
                return nanos / 1e3;
            }
        }

        private void read(Path file) throws IOException {
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    RecordedEvent event = recording.readEvent();
                    if (event.getEventType().getName().equals(EVENT) && event.getStackTrace() != null) {
                        count(event.getStackTrace().getFrames());
                    }
                }
            }
        }

        /** @param frames the innermost first */
        private void count(List<RecordedFrame> frames) {
            Optional<String> kernel = frames.stream()
                    .map(RecordedFrame::getMethod)
                    .filter(method -> kernels.isOf(method.getType().getName()))
                    .map(RecordedMethod::getName)
                    .findFirst();
            kernel.ifPresent(name -> samples.merge(name, 1, Integer::sum));
            boolean isOurs = frames.stream()
                    .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(OURS));
            all += kernel.isPresent() || isOurs ? 1 : 0;
        }
    }
}
