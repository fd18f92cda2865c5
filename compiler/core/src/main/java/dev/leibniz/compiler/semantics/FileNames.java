package dev.leibniz.compiler.semantics;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What file systems make of names: some do not tell capitals from small letters, or one spelling of a letter in Unicode from another, and some names are devices. */
final class FileNames {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /** What names have in common that are the same file somewhere. */
    static String folded(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** Whether a file or folder of Windows cannot be called so, whatever its ending. */
    static boolean isDevice(String name) {
        String folded = folded(name);
        return DEVICES.contains(folded) || folded.matches("(com|lpt)[1-9]");
    }
}
