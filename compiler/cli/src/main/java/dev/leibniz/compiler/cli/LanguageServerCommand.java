package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.lsp.NnLanguageServer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves an editor; the server's classes are loaded by this command alone. */
@Command(
        name = "language-server",
        description =
                "Answers what an editor asks about .nn files, by the Language Server Protocol over standard input "
                        + "and output.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class LanguageServerCommand implements Callable<Integer> {
    @Option(names = "--stdio", description = "Changes nothing; editors say it to servers that know other ways.")
    private boolean stdio;

    @Override
    public Integer call() throws InterruptedException {
        return NnLanguageServer.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }
}
