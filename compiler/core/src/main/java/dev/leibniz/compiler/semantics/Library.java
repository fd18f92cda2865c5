package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All functions, layers and optimizers that can be used, by package and name, and what each file sees of them. */
final class Library {
    private static final String DEFAULT_PACKAGE = "";

    private final Map<String, Map<String, List<Declaration>>> packages = new LinkedHashMap<>();
    private final Map<Program, FileNames> files = new IdentityHashMap<>();
    private final Map<Declaration, Scope> homes = new IdentityHashMap<>();

    Library(Collection<Program> programs) {
        for (Program program : programs) {
            Map<String, List<Declaration>> declared =
                    packages.computeIfAbsent(packageOf(program), p -> new LinkedHashMap<>());
            FileNames names = new FileNames(program);
            files.put(program, names);
            for (Declaration declaration : program.declarations()) {
                homes.put(declaration, Scope.of(names));
                declared.computeIfAbsent(declaration.name().text(), n -> new ArrayList<>())
                        .add(declaration);
            }
        }
    }

    static String packageOf(Program program) {
        return program.packageName().map(Program.PackageName::name).orElse(DEFAULT_PACKAGE);
    }

    /** What a declaration's body sees from outside. */
    Scope home(Declaration declaration) {
        Scope home = homes.get(declaration);
        if (home == null) {
            throw new IllegalArgumentException("a declaration of another library");
        }
        return home;
    }

    Scope scope(Program program) {
        return Scope.of(files.get(program));
    }

    boolean hasPackage(String name) {
        return packages.containsKey(name);
    }

    List<String> packageNames() {
        return packages.keySet().stream().filter(name -> !name.isEmpty()).toList();
    }

    /** What a package declares under a name. */
    List<Declaration> find(String packageName, String name) {
        return packages.getOrDefault(packageName, Map.of()).getOrDefault(name, List.of());
    }

    /** Names of what can be imported from a package. */
    List<String> importable(String packageName) {
        return packages.getOrDefault(packageName, Map.of()).entrySet().stream()
                .filter(entry -> !(entry.getValue().get(0) instanceof Declaration.Network))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The functions, layers and optimizers that a file sees. */
    List<Declaration> visible(Program program) {
        FileNames names = files.get(program);
        return names.names().stream()
                .flatMap(name -> names.find(name).stream())
                .<Declaration>flatMap(binding -> declarations(binding.meaning()).stream())
                .toList();
    }

    private static List<? extends Declaration> declarations(Meaning meaning) {
        if (meaning instanceof Meaning.Function function) {
            return function.overloads();
        } else if (meaning instanceof Meaning.Layer layer) {
            return List.of(layer.declaration());
        } else if (meaning instanceof Meaning.Optimizer optimizer) {
            return List.of(optimizer.declaration());
        }
        return List.of();
    }

    private Optional<Meaning> meaning(String packageName, String name) {
        List<Declaration> found = find(packageName, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Declaration first = found.get(0);
        if (first instanceof Declaration.Layer layer) {
            return Optional.of(new Meaning.Layer(layer));
        } else if (first instanceof Declaration.Optimizer optimizer) {
            return Optional.of(new Meaning.Optimizer(optimizer));
        }
        List<Declaration.Function> overloads = found.stream()
                .filter(Declaration.Function.class::isInstance)
                .map(Declaration.Function.class::cast)
                .toList();
        return overloads.isEmpty() ? Optional.empty() : Optional.of(new Meaning.Function(name, overloads));
    }

    /** What one file sees: its package, its imports, the standard library, what is built in; the first wins. */
    private final class FileNames implements Scope.Globals {
        private final Program program;
        private final Map<String, Optional<Binding>> known = new HashMap<>();

        FileNames(Program program) {
            this.program = program;
        }

        @Override
        public Optional<Binding> find(String name) {
            return known.computeIfAbsent(name, this::resolve);
        }

        private Optional<Binding> resolve(String name) {
            Optional<Meaning> found = meaning(packageOf(program), name);
            for (Program.Import declared : program.imports()) {
                if (found.isEmpty() && declared.name().filter(name::equals).isPresent()) {
                    found = meaning(declared.packageName(), name);
                }
            }
            for (Program.Import declared : program.imports()) {
                if (found.isEmpty() && declared.name().isEmpty()) {
                    found = meaning(declared.packageName(), name);
                }
            }
            return found.or(() -> meaning(StandardLibrary.PACKAGE, name))
                    .or(() -> Builtins.find(name))
                    .map(Binding::of);
        }

        @Override
        public Set<String> names() {
            Set<String> names = new LinkedHashSet<>(importable(packageOf(program)));
            for (Program.Import declared : program.imports()) {
                declared.name().ifPresentOrElse(names::add, () -> names.addAll(importable(declared.packageName())));
            }
            names.addAll(importable(StandardLibrary.PACKAGE));
            names.addAll(Builtins.names());
            return names;
        }

        @Override
        public boolean library() {
            return packageOf(program).equals(StandardLibrary.PACKAGE);
        }
    }

    /** Where a declared thing was declared. */
    static Span place(Meaning meaning) {
        if (meaning instanceof Meaning.Function function) {
            return function.overloads().get(0).name().span();
        } else if (meaning instanceof Meaning.Layer layer) {
            return layer.declaration().name().span();
        } else if (meaning instanceof Meaning.Optimizer optimizer) {
            return optimizer.declaration().name().span();
        }
        return Span.none();
    }
}
