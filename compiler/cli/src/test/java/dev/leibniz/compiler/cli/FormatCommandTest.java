package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormatCommandTest {
    private static final String UNTIDY = "package a;\nfunction f(x)=x+1 ;// one\n";
    private static final String TIDY = "package a;\n\nfunction f(x) = x + 1;  // one\n";

    @TempDir
    private Path folder;

    private Path untidy;
    private Path tidy;

    @BeforeEach
    void write() throws IOException {
        untidy = Files.writeString(folder.resolve("Untidy.nn"), UNTIDY);
        tidy = Files.writeString(folder.resolve("Tidy.nn"), TIDY);
    }

    @Test
    void filesAreBroughtIntoTheOneStyleAndTheChangedOnesNamed() throws IOException {
        Session session = Session.run("format", untidy, tidy);

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).isEqualTo(untidy + "\n");
        assertThat(untidy).hasContent(TIDY);
        assertThat(Session.run("format", untidy).out()).isEmpty();
    }

    @Test
    void checkingChangesNothingAndTellsByTheStatus() {
        Session session = Session.run("format", "--check", untidy, tidy);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out()).isEqualTo(untidy + "\n");
        assertThat(untidy).hasContent(UNTIDY);
        assertThat(Session.run("format", "--check", tidy).status()).isZero();
    }

    @Test
    void aFileThatIsNoProgramIsReportedAndLeftWhileOthersAreFormatted() throws IOException {
        Path wrong = Files.writeString(folder.resolve("Wrong.nn"), "function f( = ;");

        Session session = Session.run("format", wrong, untidy);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).contains("Wrong.nn:1:13");
        assertThat(wrong).hasContent("function f( = ;");
        assertThat(untidy).hasContent(TIDY);
    }
}
