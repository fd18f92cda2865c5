package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Program;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks files before anything is elaborated: packages, imports, declared names, bodies, and that nothing uses itself. */
final class FileCheck {
    private final Library library;
    private final Diagnostics diagnostics;
    private final Facts facts;
    private final Map<Declaration, List<BodyNames.Mention>> mentions = new IdentityHashMap<>();
    private final List<Declaration> checked = new ArrayList<>();

    FileCheck(Library library, Diagnostics diagnostics, Facts facts) {
        this.library = library;
        this.diagnostics = diagnostics;
        this.facts = facts;
    }

    /** Checks files; whether something uses itself, so that elaborating might not end. */
    boolean findsRecursion(List<Program> programs) {
        for (Program program : programs) {
            packageName(program);
            program.imports().forEach(this::importStatement);
            program.declarations().forEach(declaration -> declaration(program, declaration));
        }
        GeneratedClasses.check(programs, diagnostics);
        return new Cycles(checked, mentions, diagnostics).report();
    }

    private void packageName(Program program) {
        program.packageName().ifPresent(declared -> {
            for (String segment : declared.name().split("\\.")) {
                if (JavaKeywords.contains(segment)) {
                    diagnostics.report(new NameProblems.JavaKeyword(declared.span(), "a package", segment));
                } else if (FileNames.isDevice(segment)) {
                    diagnostics.report(new NameProblems.TakenPackage(
                            declared.span(), segment, "on Windows no folder can have that name"));
                }
            }
            if (isOfJava(declared.name())) {
                diagnostics.report(new NameProblems.TakenPackage(
                        declared.span(), declared.name(), "it is a package of Java's own"));
            }
        });
    }

    /** Java loads no class of an application from a package that begins so, nor from one of its own modules. */
    private static boolean isOfJava(String name) {
        return name.equals("java")
                || name.startsWith("java.")
                || ModuleLayer.boot().modules().stream()
                        .anyMatch(module -> module.getPackages().contains(name));
    }

    private void importStatement(Program.Import declared) {
        if (!library.hasPackage(declared.packageName())) {
            diagnostics.report(
                    new NameProblems.PackageNotFound(declared.span(), declared.packageName(), library.packageNames()));
            return;
        }
        declared.name().ifPresent(name -> {
            List<Declaration> found = library.find(declared.packageName(), name);
            if (found.isEmpty()) {
                diagnostics.report(new NameProblems.ImportNotFound(
                        declared.span(), declared.packageName(), name, library.importable(declared.packageName())));
                return;
            }
            facts.comesFrom(declared.span(), found.get(0).name().span());
            if (found.get(0) instanceof Declaration.Network) {
                diagnostics.report(new NameProblems.NetworkImported(declared.span(), name));
            }
        });
    }

    private void declaration(Program program, Declaration declaration) {
        checked.add(declaration);
        duplicate(program, declaration);
        if (declaration instanceof Declaration.Network network) {
            if (program.packageName().isEmpty()) {
                diagnostics.report(new StructureProblems.MissingPackage(
                        network.name().span(), network.name().text()));
            }
            if (JavaKeywords.isNoClass(network.name().text())) {
                diagnostics.report(new NameProblems.JavaKeyword(
                        network.name().span(), "a network", network.name().text()));
            }
        }
        mentions.put(declaration, body(declaration));
    }

    /** The first of a name stays; functions may share one if all declare types. */
    private void duplicate(Program program, Declaration declaration) {
        String name = declaration.name().text();
        Span first =
                library.find(Library.packageOf(program), name).get(0).name().span();
        boolean overloads =
                library.find(Library.packageOf(program), name).stream().allMatch(FileCheck::isTyped);
        if (first != declaration.name().span()
                && !first.equals(declaration.name().span())
                && !overloads) {
            String what = declaration.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            diagnostics.report(new NameProblems.Duplicate(declaration.name().span(), "the " + what, name, first));
        }
    }

    private static boolean isTyped(Declaration declaration) {
        return declaration instanceof Declaration.Function function
                && function.formals().stream().anyMatch(formal -> formal.type().isPresent());
    }

    private List<BodyNames.Mention> body(Declaration declaration) {
        if (declaration instanceof Declaration.Network network) {
            return check(Frame.Kind.NETWORK, network).check(List.of(), network.body());
        } else if (declaration instanceof Declaration.Function function) {
            return check(Frame.Kind.FUNCTION, function).check(function.formals(), function.body());
        } else if (declaration instanceof Declaration.Layer layer) {
            List<Declaration.Formal> formals = new ArrayList<>(layer.configuration());
            formals.addAll(layer.formals());
            return check(Frame.Kind.LAYER, layer).check(formals, layer.body());
        } else if (declaration instanceof Declaration.Optimizer optimizer) {
            return check(Frame.Kind.OPTIMIZER, optimizer).check(optimizer.formals(), optimizer.body());
        }
        throw new IllegalStateException("unknown declaration " + declaration.getClass());
    }

    private BodyCheck check(Frame.Kind kind, Declaration declaration) {
        return new BodyCheck(kind, declaration, library.home(declaration), diagnostics, facts);
    }
}
