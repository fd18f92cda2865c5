package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.source.CompilerBug;
import dev.leibniz.runtime.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles generated sources with the running JDK's compiler and loads the classes, without any file. */
public final class InMemoryJavac {
    private final JavaCompiler javac;

    private InMemoryJavac(JavaCompiler javac) {
        this.javac = javac;
    }

    /** The compiler of the running Java; empty if it is a mere runtime without one. */
    public static Optional<InMemoryJavac> ofRuntime() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(InMemoryJavac::new);
    }

    /**
     * Compiles the files against the class path of this process.
     *
     * @param options further options of javac
     * @throws CompilerBug if javac finds errors, or warnings that the options turn into such
     */
    public Classes compile(List<GeneratedFile> files, String... options) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        boolean compiled;
        try (JavaFileManager manager = collecting(messages, classes)) {
            List<Source> sources = files.stream().map(Source::new).toList();
            compiled = javac.getTask(null, manager, messages, options(options), null, sources)
                    .call();
        } catch (IOException e) {
            throw new CompilerBug("javac cannot close its files", e);
        }
        if (!compiled) {
            List<String> errors = messages.getDiagnostics().stream()
                    .map(message -> message.toString())
                    .toList();
            throw new CompilerBug("javac refuses generated code:\n" + String.join("\n", errors));
        }
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return new Classes(bytes);
    }

    private static List<String> options(String... further) {
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "-classpath", System.getProperty("java.class.path")));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        options.addAll(List.of(further));
        return options;
    }

    private JavaFileManager collecting(
            DiagnosticCollector<JavaFileObject> messages, Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<>(javac.getStandardFileManager(messages, Locale.ROOT, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                if (location != StandardLocation.CLASS_OUTPUT) {
                    throw new CompilerBug("javac writes " + className + " to " + location);
                }
                return new SimpleJavaFileObject(URI.create("memory:///classes"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream stream = new ByteArrayOutputStream();
                        classes.put(className, stream);
                        return stream;
                    }
                };
            }
        };
    }

    /** A generated file as javac reads it. */
    private static final class Source extends SimpleJavaFileObject {
        private final GeneratedFile file;

        Source(GeneratedFile file) {
            super(URI.create("memory:///" + file.className().replace('.', '/') + ".java"), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    /** Compiled classes by qualified name, and a loader of them. */
    public static final class Classes extends ClassLoader {
        private final Map<String, byte[]> bytes;

        private Classes(Map<String, byte[]> bytes) {
            super(InMemoryJavac.class.getClassLoader());
            this.bytes = bytes;
        }

        /** The class files by qualified class name. */
        public Map<String, byte[]> bytes() {
            return bytes;
        }

        /**
         * A model of a generated class.
         *
         * @param className that of the network
         * @throws CompilerBug if it is not among these classes
         */
        public Model initialise(String className, long seed) {
            try {
                Class<?> factory = loadClass(className + "$Factory");
                return ((Model.Factory) factory.getConstructor().newInstance()).initialise(seed);
            } catch (ReflectiveOperationException e) {
                throw new CompilerBug("the generated class " + className + " cannot be loaded", e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = bytes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
