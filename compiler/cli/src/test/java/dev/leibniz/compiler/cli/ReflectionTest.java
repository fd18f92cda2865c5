package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import dev.leibniz.training.Fit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever an application runs is called by name: no class file of the runtime, of training and of what is generated for the samples looks classes or members up, loads code or
 * deserialises. So a native image needs no list of classes, and an obfuscator may rename them.
 */
final class ReflectionTest {
    private static final Path SAMPLES = Path.of("../../generated-samples");

    /** What no constant text may contain. */
    private static final List<String> FORBIDDEN = List.of(
            "java/lang/reflect/",
            "java/lang/foreign/",
            "java/net/URLClassLoader",
            "java/util/ServiceLoader",
            "java/util/ResourceBundle",
            "java/io/ObjectInput",
            "java/io/ObjectOutput",
            "java/beans/",
            "javax/script/",
            "jdk/internal/",
            "sun/misc/");

    /** Owners of which only the members below may be used. */
    private static final List<String> GUARDED = List.of(
            "java/lang/Class.",
            "java/lang/ClassLoader.",
            "java/lang/Module",
            "java/lang/Runtime.",
            "java/lang/System.load",
            "java/lang/Thread.getContextClassLoader",
            "java/lang/invoke/",
            "java/lang/runtime/");

    private static final Set<String> ALLOWED = Set.of(
            // The switch of assertions, names for messages.
            "java/lang/Class.desiredAssertionStatus",
            "java/lang/Class.getName",
            "java/lang/Class.getSimpleName",
            // Parts of the page of a run, all of them listed for native images in its jar.
            "java/lang/Class.getResourceAsStream",
            // Whether the Vector API is there.
            "java/lang/ModuleLayer.boot",
            "java/lang/ModuleLayer.findModule",
            // What the machine has.
            "java/lang/Runtime.availableProcessors",
            "java/lang/Runtime.getRuntime",
            "java/lang/Runtime.maxMemory",
            "java/lang/Runtime.version",
            // What javac makes of lambdas, of + for strings and of records; linked without any search.
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/lang/runtime/ObjectMethods.bootstrap",
            // A fence for the JIT alone.
            "java/lang/invoke/VarHandle.loadLoadFence");

    /** Members of classes, each of which has to be found. */
    private static final List<String> NOT_BY_NAME = List.of(
            "Object o() throws Exception { return Class.forName(\"T\"); }",
            "Object o() throws Exception { return String.class.getDeclaredConstructor().newInstance(); }",
            "Object o() { return String.class.getMethods().length; }",
            "Object o() { return String.class.getRecordComponents(); }",
            "Object o() { return getClass().getClassLoader(); }",
            "Object o() throws Exception { return ClassLoader.getSystemClassLoader().loadClass(\"T\"); }",
            "Object o() { return Thread.currentThread().getContextClassLoader(); }",
            "Object o() { return java.lang.reflect.Array.newInstance(String.class, 1); }",
            "java.lang.reflect.Method kept;",
            "Object o() { return java.lang.invoke.MethodHandles.lookup(); }",
            "Object o() { return java.util.ServiceLoader.load(Runnable.class); }",
            "Object o() { return java.util.ResourceBundle.getBundle(\"t\"); }",
            "Object o(java.io.InputStream in) throws Exception { return new java.io.ObjectInputStream(in).readObject(); }",
            "void o() { System.loadLibrary(\"t\"); }",
            "void o() { System.load(\"/t\"); }",
            "void o() { Runtime.getRuntime().loadLibrary(\"t\"); }",
            "void o() throws Exception { Runtime.getRuntime().exec(\"t\"); }",
            "Object o() { return String.class.getModule().getLayer(); }",
            "Object o() { return (Runnable & java.io.Serializable) () -> {}; }",
            "sun.misc.Unsafe unsafe;",
            "native void o();");

    private static List<String> findings(ClassReferences references) {
        Stream<String> texts =
                references.texts().stream().filter(text -> FORBIDDEN.stream().anyMatch(text::contains));
        Stream<String> members = references.members().stream()
                .filter(member -> GUARDED.stream().anyMatch(member::startsWith) && !ALLOWED.contains(member));
        return Stream.of(texts, members, references.natives().stream())
                .flatMap(found -> found)
                .map(found -> references.name() + " has " + found)
                .toList();
    }

    private static List<ClassReferences> classesBeside(Class<?> type) throws IOException, URISyntaxException {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return classesIn(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return classesIn(jar.getPath("/"));
        }
    }

    private static List<ClassReferences> classesIn(Path folder) throws IOException {
        List<ClassReferences> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(ClassReferences.of(Files.readAllBytes(file)));
            }
        }
        return classes;
    }

    /** What is generated for the samples; benchmarks are made of the same. */
    private static List<ClassReferences> generated() throws IOException {
        List<GeneratedFile> generated = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".nn")).toList()) {
                String place = file.toString().replace('\\', '/');
                if (place.contains("/src/main/nn/") && !place.contains("/benchmarks/")) {
                    SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
                    generated.addAll(new LeibnizCompiler()
                            .compile(CompileRequest.of(source, CompileOptions.DEFAULTS))
                            .files());
                }
            }
        }
        return compiled(generated);
    }

    private static List<ClassReferences> compiled(List<GeneratedFile> files) {
        return InMemoryJavac.ofRuntime().orElseThrow().compile(files).bytes().values().stream()
                .map(ClassReferences::of)
                .toList();
    }

    private static void holdsFor(List<ClassReferences> classes, String one) {
        assertThat(classes).extracting(ClassReferences::name).contains(one);
        assertThat(classes.stream().flatMap(references -> findings(references).stream()))
                .isEmpty();
    }

    @Test
    void theRuntimeCallsEverythingByName() throws Exception {
        holdsFor(classesBeside(Model.class), "dev/leibniz/runtime/kernel/VectorMatMul");
    }

    @Test
    void trainingCallsEverythingByName() throws Exception {
        holdsFor(classesBeside(Fit.class), "dev/leibniz/training/page/RunPage");
    }

    @Test
    void generatedClassesCallEverythingByName() throws IOException {
        holdsFor(generated(), "samples/digits/DigitsVectorKernels");
    }

    @Test
    void whatIsNotCalledByNameIsFound() {
        List<GeneratedFile> files = new ArrayList<>();
        for (String member : NOT_BY_NAME) {
            String name = "T" + files.size();
            files.add(new GeneratedFile(name + ".java", "final class " + name + " { " + member + " }"));
        }

        Map<String, ClassReferences> classes = new HashMap<>();
        compiled(files).forEach(references -> classes.put(references.name(), references));

        for (int i = 0; i < files.size(); i++) {
            assertThat(findings(classes.get("T" + i))).as(NOT_BY_NAME.get(i)).isNotEmpty();
        }
    }

    @Test
    void lambdasStringsAndRecordsAreFine() {
        String source = """
                record T(String text, int number) {
                    Runnable runnable() {
                        return () -> System.out.println(text + number);
                    }
                }
                """;

        assertThat(compiled(List.of(new GeneratedFile("T.java", source))))
                .singleElement()
                .satisfies(references -> assertThat(findings(references)).isEmpty());
    }
}
