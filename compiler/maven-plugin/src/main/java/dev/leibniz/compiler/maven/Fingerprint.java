package dev.leibniz.compiler.maven;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A SHA-256 hash over a sequence of parts; where one ends and the next begins counts too. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of some bytes alone. */
    static String of(byte[] bytes) {
        return new Fingerprint().add(bytes).hex();
    }

    /** The hash of the program that a class belongs to, which is a jar or a folder of class files. */
    static String ofProgram(Class<?> member) throws IOException {
        Path program;
        try {
            program = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no folder or archive holds " + member, e);
        }
        Fingerprint fingerprint = new Fingerprint();
        try (Stream<Path> files = Files.walk(program)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                fingerprint.add(program.relativize(file).toString()).add(Files.readAllBytes(file));
            }
        }
        return fingerprint.hex();
    }

    Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Fingerprint add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** The hash as 64 hexadecimal digits; ends the sequence. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
