package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

final class InMemoryJavacTest {
    private final InMemoryJavac javac = InMemoryJavac.ofRuntime().orElseThrow();

    @Test
    void classesCanBeLoadedAndUseEachOther() throws ReflectiveOperationException {
        InMemoryJavac.Classes classes = javac.compile(List.of(
                new GeneratedFile(
                        "a/b/Seven.java",
                        "package a.b; public class Seven implements java.util.function.IntSupplier {"
                                + " public int getAsInt() { return Three.VALUE + 4; } }"),
                new GeneratedFile("a/b/Three.java", "package a.b; class Three { static int VALUE = 3; }")));

        IntSupplier seven = (IntSupplier)
                classes.loadClass("a.b.Seven").getDeclaredConstructor().newInstance();

        assertThat(seven.getAsInt()).isEqualTo(7);
        assertThat(classes.bytes()).containsOnlyKeys("a.b.Seven", "a.b.Three");
    }

    @Test
    void unicodeNamesAreKept() {
        InMemoryJavac.Classes classes = javac.compile(List.of(new GeneratedFile("θ/Δ.java", "package θ; class Δ {}")));

        assertThat(classes.bytes()).containsOnlyKeys("θ.Δ");
    }

    @Test
    void codeThatJavacRefusesIsABugOfTheCompiler() {
        List<GeneratedFile> wrong = List.of(new GeneratedFile("Wrong.java", "class Wrong { int x = true; }"));

        assertThatThrownBy(() -> javac.compile(wrong))
                .isInstanceOf(CompilerBug.class)
                .hasMessageContaining("Wrong.java:1");
    }
}
