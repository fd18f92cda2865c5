package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The server as editors start it: a process of its own. */
final class LanguageServerCommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void answersOverStandardInputAndOutputAndLeavesAsTold() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        JAVA,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Nnc.class.getName(),
                        "language-server",
                        "--stdio")
                .start();
        try (OutputStream in = server.getOutputStream()) {
            send(in, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
            send(in, "{\"jsonrpc\":\"2.0\",\"method\":\"no/such/thing\"}");
            send(in, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
            send(in, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        }

        String out = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out).startsWith("Content-Length: ").contains("\"hoverProvider\":true", "\"id\":2");
        assertThat(new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    private static void send(OutputStream to, String message) throws IOException {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        to.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        to.write(content);
        to.flush();
    }
}
