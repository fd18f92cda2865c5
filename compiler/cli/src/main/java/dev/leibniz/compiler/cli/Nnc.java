package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.source.CompilationFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code nnc}: arguments in, exit status out; 0 is success, 1 a mistake in a file, 2 wrong usage. */
@Command(
        name = "nnc",
        description = "The compiler of .nn files: neural networks as Java classes.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Nnc implements Runnable {
    /** When messages have colours. */
    private enum When {
        always,
        never,
        auto
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--color",
            paramLabel = "always|never|auto",
            scope = ScopeType.INHERIT,
            description = "Whether messages have colours. Default: auto, on terminals.")
    private When colour = When.auto;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Prints messages as JSON, one object a line, on standard error.")
    private boolean json;

    private Nnc() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput();
        Console console = Console.ofProcess(out);
        int status = run(console, arguments);
        Optional<Failure> loss = out.loss()
                .map(reason -> Failure.usage("unwritable-file", "cannot write to standard output: " + reason));
        System.exit(loss.isPresent() ? fail(chosen(console, arguments), loss.get()) : status);
    }

    /** Runs one command. */
    static int run(Console console, String... arguments) {
        Console chosen = chosen(console, arguments);
        try {
            return commandLine(new Nnc(), chosen).execute(arguments);
        } catch (StackOverflowError error) {
            return fail(chosen, bug(error));
        } catch (OutOfMemoryError error) {
            return fail(
                    chosen,
                    Failure.of(
                            "out-of-memory",
                            "nnc needs more memory than the "
                                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java gives it",
                            "give Java more with JAVA_TOOL_OPTIONS=-Xmx…"));
        }
    }

    /** The console as the arguments want it; what is wrong with them is told later. */
    private static Console chosen(Console console, String... arguments) {
        Nnc options = new Nnc();
        try {
            commandLine(options, console).parseArgs(arguments);
        } catch (ParameterException mistake) {
            // Options before the mistake count.
        }
        boolean colours = options.colour == When.auto ? console.colours() : options.colour == When.always;
        return new Console(console.out(), console.err(), colours, options.json || console.json());
    }

    private static CommandLine commandLine(Nnc root, Console console) {
        CommandLine line = new CommandLine(root);
        for (Object command : List.of(
                new CompileCommand(console),
                new CheckCommand(console),
                new RunCommand(console),
                new GradcheckCommand(console),
                new BenchCommand(console),
                new ExplainCommand(console),
                new FormatCommand(console),
                new TrainCommand(console),
                new NewCommand(console),
                new LanguageServerCommand(),
                new CompletionCommand(console))) {
            line.addSubcommand(command);
        }
        return line.setOut(console.writer())
                .setErr(console.errorWriter())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((mistake, given) -> refuse(console, mistake))
                .setExecutionExceptionHandler((thrown, command, result) -> fail(console, thrown));
    }

    private static int refuse(Console console, ParameterException mistake) {
        String message = mistake.getMessage().replaceFirst("^Error: ", "");
        String text =
                message.isEmpty() ? "wrong usage" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
        List<String> help = new ArrayList<>();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            text = unmatched(unmatched.getUnmatched().get(0), mistake.getCommandLine());
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(closest -> help.add("did you mean `" + closest + "`?"));
        }
        help.add(mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return fail(console, Failure.usage("usage", text, help.toArray(String[]::new)));
    }

    /** A file more than a command takes is no misspelt command. */
    private static String unmatched(String argument, CommandLine command) {
        boolean takesFiles = !command.getCommandSpec().positionalParameters().isEmpty();
        return takesFiles && !argument.startsWith("-")
                ? "`" + command.getCommandSpec().qualifiedName() + "` takes one file, but `" + argument
                        + "` is one more"
                : "there is no command or option `" + argument + "`";
    }

    private static int fail(Console console, Exception thrown) {
        if (thrown instanceof Failure failure) {
            new Reports(console).print(failure.diagnostics());
            return failure.exitStatus();
        }
        if (thrown instanceof CompilationFailed failed) {
            return new Reports(console).print(failed.diagnostics());
        }
        return fail(console, bug(thrown));
    }

    /** A fault of ours, in one line; the place in our code is what a report needs. */
    private static Failure bug(Throwable thrown) {
        String place = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.leibniz."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return Failure.of(
                "compiler-bug",
                "nnc stopped at a fault of its own: " + thrown + place,
                "please report it together with the file that shows it");
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command");
    }

    /** The version as the archive's manifest tells it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Nnc.class.getPackage().getImplementationVersion())
                    .orElse("unpackaged");
            return new String[] {"nnc " + version};
        }
    }
}
