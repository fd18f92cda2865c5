package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A number that tells networks apart by what they compute: of inputs, parameters and the formulas of prediction. */
final class NetworkHash {
    private NetworkHash() {}

    static String of(NetworkCode code) {
        StringBuilder text = new StringBuilder();
        code.inputs()
                .forEach(
                        input -> text.append(input.name()).append(input.shape()).append('\n'));
        code.parameters()
                .forEach(slot -> text.append(slot.path()).append(slot.shape()).append('\n'));
        code.states()
                .forEach(
                        state -> text.append(state.path()).append(state.shape()).append('\n'));
        for (Kernel kernel : Step.kernels(code.predict().forward())) {
            kernel.formulas().forEach(formula -> text.append(formula.text()).append('\n'));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
