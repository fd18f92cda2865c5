package dev.leibniz.compiler.driver;

import java.util.Locale;
import java.util.Optional;

/** What {@code float} is in generated code. */
public enum Precision {
    FLOAT,
    DOUBLE;

    /** As it is written in options: {@code float} or {@code double}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The precision written so; empty if none is. */
    public static Optional<Precision> of(String spelling) {
        for (Precision precision : values()) {
            if (precision.spelling().equals(spelling)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }
}
