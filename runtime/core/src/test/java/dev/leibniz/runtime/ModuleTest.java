package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an application that requires the runtime's module gets, and gets with it. */
final class ModuleTest {
    private static final ModuleDescriptor MODULE = ModuleFinder.of(Path.of("target/classes"))
            .find("dev.leibniz.runtime")
            .orElseThrow()
            .descriptor();

    @Test
    void nothingButTheBaseOfTheJdkIsNeededAtRunTime() {
        assertThat(MODULE.requires())
                .filteredOn(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("java.base");
    }

    @Test
    void vectorsMayBeThere() {
        assertThat(MODULE.requires()).extracting(Requires::name).contains("jdk.incubator.vector");
    }

    @Test
    void generatedCodeMayCallEveryPackage() {
        assertThat(MODULE.isAutomatic()).isFalse();
        assertThat(MODULE.exports())
                .allMatch(exports -> !exports.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(MODULE.packages());
    }
}
