package dev.leibniz.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an application that requires the module of training gets, and gets with it. */
final class ModuleTest {
    private static final ModuleDescriptor MODULE = ModuleFinder.of(Path.of("target/classes"))
            .find("dev.leibniz.training")
            .orElseThrow()
            .descriptor();

    @Test
    void nothingWithoutDescriptorAndNoDesktopIsNeededAtRunTime() {
        assertThat(MODULE.requires())
                .filteredOn(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactlyInAnyOrder("java.base", "jdk.httpserver", "de.siegmar.fastcsv", "dev.leibniz.runtime");
    }

    @Test
    void everyPackageOfClassesIsExported() {
        assertThat(MODULE.exports())
                .allMatch(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder(
                        "dev.leibniz.training",
                        "dev.leibniz.training.data",
                        "dev.leibniz.training.metrics",
                        "dev.leibniz.training.page");
    }
}
