package samples.benchmarks.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import samples.benchmarks.Yardstick;

/**
 * What the command line says.
 *
 * @param javas the JVMs that ours runs on
 * @param python an interpreter that has PyTorch
 * @param update the file whose section of figures is rewritten
 */
record Options(
        int rounds,
        double seconds,
        int threads,
        List<String> networks,
        List<Integer> sizes,
        List<Path> javas,
        Optional<Path> python,
        boolean compile,
        Optional<Path> update,
        Path directory) {
    static final String USAGE = """
            options, all optional:
              --rounds R        how often the sides take turns (5)
              --seconds S       of each measurement, after at least 3 of calls that do not count (2)
              --threads N       for each side (1)
              --networks A,B    of %s (all), or none
              --sizes N,M       of square matrices (96,128,192,256,384,512,768,1024), or none
              --java PATH       a JVM for ours, may be repeated (the one that runs this); the first runs DJL and OpenBLAS too
              --python PATH     an interpreter that has PyTorch (without it, PyTorch is left out)
              --compile         measures torch.compile too
              --update FILE     rewrites the figures between the marks in this file
              --directory DIR   for the table, the single figures and the logs (target/compare)
            """.formatted(String.join(" ", Yardstick.NAMES));

    /** Networks whose steps are long enough to be shared. */
    private static final List<String> LONG = List.of("Mlp", "MlpWide", "LeNet", "ResNet", "Gpt", "Lstm");

    /** Whether the figures are worth keeping. */
    boolean isShort() {
        return rounds < 3 || seconds < 1;
    }

    /** So many samples have to fall into each kernel that a few per cent can be told. */
    double secondsOfKernels() {
        return Math.max(5, 4 * seconds);
    }

    /** Whether a step of this network is measured on two threads beside one. */
    boolean onTwoThreads(String network) {
        return threads == 1 && Runtime.getRuntime().availableProcessors() > 1 && LONG.contains(network);
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    static Options parse(String[] arguments) {
        Words words = new Words(List.of(arguments));
        int rounds = Integer.parseInt(words.last("--rounds").orElse("5"));
        double seconds = Double.parseDouble(words.last("--seconds").orElse("2"));
        int threads = Integer.parseInt(words.last("--threads").orElse("1"));
        if (rounds < 1 || !(seconds > 0) || threads < 1) {
            throw new IllegalArgumentException("rounds, seconds and threads must be positive");
        }
        List<Path> javas = words.all("--java").stream().map(Options::java).toList();
        Options options = new Options(
                rounds,
                seconds,
                threads,
                networks(words.last("--networks").orElse(String.join(",", Yardstick.NAMES))),
                sizes(words.last("--sizes").orElse("96,128,192,256,384,512,768,1024")),
                javas.isEmpty() ? List.of(java(System.getProperty("java.home"))) : javas,
                words.last("--python").map(Path::of),
                words.flag("--compile"),
                words.last("--update").map(Path::of),
                Path.of(words.last("--directory").orElse("target/compare")));
        words.expectNone();
        return options;
    }

    private static List<String> networks(String text) {
        List<String> networks = text.equals("none") ? List.of() : List.of(text.split(","));
        for (String network : networks) {
            if (!Yardstick.NAMES.contains(network)) {
                throw new IllegalArgumentException("no network is called " + network);
            }
        }
        return networks;
    }

    private static List<Integer> sizes(String text) {
        return text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    /** The program, of a program or of the folder of a JDK. */
    private static Path java(String text) {
        Path program = Path.of(text, "bin", "java");
        return program.toFile().canExecute() ? program : Path.of(text);
    }

    /** The words of the command line, which are taken away one after another. */
    private record Words(List<String> left) {
        private Words {
            left = new ArrayList<>(left);
        }

        List<String> all(String option) {
            List<String> values = new ArrayList<>();
            for (int i = left.indexOf(option); i >= 0; i = left.indexOf(option)) {
                if (i + 1 == left.size()) {
                    throw new IllegalArgumentException(option + " needs a value");
                }
                left.remove(i);
                values.add(left.remove(i));
            }
            return values;
        }

        Optional<String> last(String option) {
            List<String> values = all(option);
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        }

        boolean flag(String option) {
            return left.remove(option);
        }

        void expectNone() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("no option is called " + left.get(0));
            }
        }
    }
}
