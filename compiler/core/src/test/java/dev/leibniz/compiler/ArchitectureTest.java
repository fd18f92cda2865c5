package dev.leibniz.compiler;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the packages, each depending only on those before it, and the libraries that only one of them may see. */
final class ArchitectureTest {
    /** In the order data flows; operations know what they lower to, and semantics builds graphs. */
    private static final List<String> ORDER = List.of(
            "source",
            "syntax",
            "ir",
            "kernel",
            "op",
            "autodiff",
            "semantics",
            "roll",
            "rewrite",
            "schedule",
            "emit",
            "interpret",
            "explain",
            "driver",
            "page");

    private static final String ROOT = "dev.leibniz.compiler";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<String> packages() {
        return ORDER.stream().limit(ORDER.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void dependsOnlyOnPackagesBeforeIt(String name) {
        String[] later = ORDER.stream()
                .skip(ORDER.indexOf(name) + 1)
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyClassIsInAPackageOfTheOrder() {
        noClasses()
                .should()
                .resideOutsideOfPackages(
                        ORDER.stream().map(ArchitectureTest::inside).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyEmitSeesJavaPoet() {
        onlyIn("emit", "com.palantir.javapoet..");
    }

    @Test
    void onlySyntaxSeesTheParser() {
        onlyIn("syntax", "org.antlr..", "dev.leibniz.grammar..");
    }

    @Test
    void nothingSeesMaven() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void emitSeesKernelsButNoGraph() {
        noClasses()
                .that()
                .resideInAPackage(inside("emit"))
                .should()
                .dependOnClassesThat(describe(
                        "are a graph or its values",
                        type -> type.getName().equals(ROOT + ".ir.Graph")
                                || type.getName().equals(ROOT + ".ir.Value")))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(inside("syntax"), inside("op"), inside("autodiff"), inside("rewrite"))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static void onlyIn(String name, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }
}
