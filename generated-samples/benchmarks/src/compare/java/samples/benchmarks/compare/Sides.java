package samples.benchmarks.compare;

import dev.leibniz.runtime.Model;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import samples.benchmarks.Yardstick;

/** The command lines of all sides. */
final class Sides {
    /** Lets ours run on SIMD vectors. */
    static final List<String> SIMD = List.of("--add-modules", "jdk.incubator.vector");

    private final Options options;
    private final Path cache;
    private final Map<String, String> threads;

    Sides(Options options) {
        this.options = options;
        this.cache = options.directory().resolve("cache").toAbsolutePath();
        String count = Integer.toString(options.threads());
        this.threads = Map.of("OMP_NUM_THREADS", count, "MKL_NUM_THREADS", count, "OPENBLAS_NUM_THREADS", count);
    }

    /** Generated networks on each JVM, on SIMD vectors; a side is called like the JVM. */
    List<Side> ours() throws IOException {
        List<Side> sides = new ArrayList<>();
        for (Path java : options.javas()) {
            String name = javaName(java);
            long same =
                    sides.stream().filter(side -> side.name().startsWith(name)).count();
            List<String> command = new ArrayList<>(List.of(java.toString()));
            command.addAll(SIMD);
            command.addAll(List.of("-classpath", ourClassPath(), LeibnizChild.class.getName()));
            sides.add(new Side(
                    same == 0 ? name : name + " (" + (same + 1) + ")",
                    command,
                    List.of(),
                    Map.of(),
                    options.threads()));
        }
        return sides;
    }

    /** One of ours without the Vector API, which has it run the plain kernels. */
    static Side plain(Side ours) {
        List<String> command = new ArrayList<>(ours.command());
        command.removeAll(SIMD);
        return new Side(plain(ours.name()), command, ours.after(), ours.environment(), ours.threads());
    }

    /** What {@link #plain(Side)} calls a side. */
    static String plain(String ours) {
        return ours + ", plain";
    }

    Side djl() {
        return javaPeer(
                "DJL",
                DjlChild.class.getName(),
                List.of(
                        "-Dai.djl.offline=true",
                        "-DDJL_CACHE_DIR=" + cache.resolve("djl"),
                        "-DENGINE_CACHE_DIR=" + cache.resolve("djl"),
                        "-Dai.djl.pytorch.num_threads=" + options.threads(),
                        "-Dai.djl.pytorch.num_interop_threads=1"));
    }

    Side openBlas() {
        return javaPeer(
                "OpenBLAS",
                OpenBlasChild.class.getName(),
                List.of("-Dorg.bytedeco.javacpp.cachedir=" + cache.resolve("javacpp")));
    }

    /** Those of the interpreter that was named. */
    List<Side> pytorch() {
        List<Side> sides = new ArrayList<>();
        options.python().ifPresent(python -> {
            List<String> command = List.of(python.toString(), "src/compare/python/peer.py");
            sides.add(new Side("PyTorch", command, List.of(), threads, options.threads()));
            if (options.compile()) {
                sides.add(new Side("torch.compile", command, List.of("compile"), threads, options.threads()));
            }
        });
        return sides;
    }

    private Side javaPeer(String name, String main, List<String> properties) {
        List<String> command = new ArrayList<>(List.of(options.javas().get(0).toString()));
        command.addAll(properties);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
        return new Side(name, command, List.of(), threads, options.threads());
    }

    /** What an application would have: the runtime and the classes of the networks. */
    static String ourClassPath() {
        return runtime() + File.pathSeparator + classes();
    }

    static Path runtime() {
        return origin(Model.class);
    }

    static Path classes() {
        return origin(Yardstick.class);
    }

    private static Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the JDK's file {@code release} says, such as {@code JDK 17}. */
    private static String javaName(Path java) throws IOException {
        Path release = java.toRealPath().getParent().resolveSibling("release");
        if (Files.isReadable(release)) {
            for (String line : Files.readAllLines(release)) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return "JDK "
                            + Runtime.Version.parse(line.substring(13).replace("\"", ""))
                                    .feature();
                }
            }
        }
        return java.toString();
    }
}
