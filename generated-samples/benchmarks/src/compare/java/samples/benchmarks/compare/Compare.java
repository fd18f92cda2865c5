package samples.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs ours and the other engines in turns, each in a process of its own, and writes a table of the medians. */
final class Compare {
    private final Options options;
    private final Figures figures = new Figures();
    private final List<String> abouts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();

    private Compare(Options options) {
        this.options = options;
    }

    /** See {@link Options#USAGE}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        new Compare(options).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(options.directory());
        Sides sides = new Sides(options);
        List<Side> ours = present(sides.ours());
        if (ours.isEmpty()) {
            throw new IllegalStateException("ours does not run: " + notes);
        }
        List<Side> engines = new ArrayList<>(List.of(sides.djl()));
        engines.addAll(sides.pytorch());
        List<Side> peers = options.networks().isEmpty() ? List.of() : present(engines);
        List<Side> libraries = options.sizes().isEmpty() ? List.of() : present(List.of(sides.openBlas()));
        if (options.python().isEmpty()) {
            notes.add("PyTorch is left out: no `--python` names an interpreter that has it.");
        }
        for (String network : options.networks()) {
            takeTurns("step", network, joined(variants(ours, network), peers));
            takeTurns("predict", network, joined(ours, peers));
        }
        for (int size : options.sizes()) {
            takeTurns("product", Integer.toString(size), joined(ours, libraries));
        }
        new StartTimes(options, figures).measure(ours);
        Files.write(options.directory().resolve("figures.tsv"), figures.lines());
        write("figures", new Tables(options, figures, names(ours), names(peers), names(libraries)).text(abouts, notes));
        if (!options.networks().isEmpty()) {
            write("roofline", new Rooflines(options, figures, ours.get(0)).text());
        }
    }

    /** Those sides that run here; a note says why others do not. */
    private List<Side> present(List<Side> sides) throws IOException, InterruptedException {
        List<Side> present = new ArrayList<>();
        for (Side side : sides) {
            Files.deleteIfExists(options.directory().resolve(side.logName()));
            try {
                Child child = Child.run(side, task(side, "probe", "0"), options.directory());
                abouts.add(child.about());
                present.add(side);
                Progress.say(side.name() + ": " + child.about());
            } catch (Child.Failure e) {
                note(side.name() + " is left out: it " + e.getMessage() + ".");
            }
        }
        return present;
    }

    /** Ours, each behind it on plain kernels, and the first one on two threads. */
    private List<Side> variants(List<Side> ours, String network) {
        List<Side> variants = new ArrayList<>();
        for (Side side : ours) {
            if (side == ours.get(0) && options.onTwoThreads(network)) {
                variants.add(side.on(2));
            }
            variants.add(side);
            variants.add(Sides.plain(side));
        }
        return variants;
    }

    private void takeTurns(String kind, String subject, List<Side> sides) throws IOException, InterruptedException {
        for (int round = 1; round <= options.rounds(); round++) {
            for (Side side : sides) {
                if (!failed.contains(side.name() + subject)) {
                    Progress.say(subject + ", " + kind + ", round " + round + " of " + options.rounds() + ": "
                            + side.name());
                    turn(side, round, task(side, kind, subject));
                }
            }
        }
    }

    private void turn(Side side, int round, Task task) throws IOException, InterruptedException {
        try {
            Map<String, Double> measured =
                    Child.run(side, task, options.directory()).figures();
            measured.forEach(
                    (what, value) -> figures.add(new Figures.Key(side.name(), task.subject(), what), round, value));
        } catch (Child.Failure e) {
            failed.add(side.name() + task.subject());
            note(side.name() + " on " + task.subject() + " " + e.getMessage() + ".");
        }
    }

    private void note(String text) {
        notes.add(text);
        Progress.say(text);
    }

    private Task task(Side side, String kind, String subject) {
        return new Task(kind, subject, side.threads(), options.seconds());
    }

    /** To a file of its own, and to the section of that name. */
    private void write(String name, String text) throws IOException {
        Path table = options.directory().resolve(name + ".md");
        Files.writeString(table, text);
        Progress.say("written to " + table);
        if (options.update().isPresent()) {
            Section.replace(options.update().get(), name, text);
            Progress.say("updated " + options.update().get());
        }
        System.out.println(text);
    }

    private static List<Side> joined(List<Side> first, List<Side> second) {
        List<Side> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> names(List<Side> sides) {
        return sides.stream().map(Side::name).toList();
    }
}
