package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what to compile a program to. */
final class CompilerArguments {
    @Option(
            names = "--precision",
            paramLabel = "float|double",
            description = "What float is, whatever the networks say.",
            converter = PrecisionConverter.class)
    private @Nullable Precision precision;

    @Option(
            names = "--size",
            paramLabel = "NAME=VALUE",
            description =
                    "The value of a size; may be repeated. Figures are for 64 of each free size that is not given.",
            converter = {NameConverter.class, SizeConverter.class})
    private Map<String, Long> sizes = new LinkedHashMap<>();

    Optional<Precision> precision() {
        return Optional.ofNullable(precision);
    }

    /** The values given for sizes, fixed and free ones. */
    Map<String, Long> sizes() {
        return sizes;
    }

    CompileOptions options(boolean simd) {
        return new CompileOptions(precision(), simd, sizes, Optional.empty());
    }

    private static final class PrecisionConverter implements ITypeConverter<Precision> {
        @Override
        public Precision convert(String value) {
            return Precision.of(value)
                    .orElseThrow(() -> new TypeConversionException("must be float or double, found " + value));
        }
    }

    private static final class NameConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException("must be NAME=VALUE");
            }
            return value;
        }
    }

    private static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            if (!value.matches("0*[1-9]\\d{0,9}") || Long.parseLong(value) > Integer.MAX_VALUE) {
                throw new TypeConversionException(
                        "must be a whole number from 1 to " + Integer.MAX_VALUE + ", found " + value);
            }
            return Long.valueOf(value);
        }
    }
}
