package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes that networks become, as far as they must not get in each other's way: each is a file in the folder of its package, on some systems the same one if only
 * capitals differ.
 */
final class GeneratedClasses {
    private static final Set<String> MEMBERS = Set.of("Workspace", "Trainer", "Rule", "Prediction", "Factory");

    /** A class, and the place in its network that asks for it. */
    private record Owned(String packageName, String name, Declaration.Network network, Span span) {
        /** What it is called by a network of a package. */
        String in(String other) {
            return packageName.equals(other) ? name : packageName + "." + name;
        }
    }

    /** The classes of each folder, by their files. */
    private final Map<String, Map<String, Owned>> folders = new LinkedHashMap<>();

    private final Diagnostics diagnostics;

    private GeneratedClasses(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports networks whose classes cannot stand beside those of others or of {@code java.lang}. */
    static void check(List<Program> programs, Diagnostics diagnostics) {
        GeneratedClasses classes = new GeneratedClasses(diagnostics);
        programs.forEach(classes::networks);
        programs.forEach(program -> classes.packages(program, programs));
        programs.forEach(classes::others);
    }

    private static List<Declaration.Network> of(Program program) {
        return program.declarations().stream()
                .filter(Declaration.Network.class::isInstance)
                .map(Declaration.Network.class::cast)
                .toList();
    }

    private Map<String, Owned> taken(Program program) {
        return folders.computeIfAbsent(file(Library.packageOf(program)), name -> new LinkedHashMap<>());
    }

    private static String file(String name) {
        return FileNames.folded(name);
    }

    // -- the class that is called as the network

    private void networks(Program program) {
        for (Declaration.Network network : of(program)) {
            String name = network.name().text();
            Span at = network.name().span();
            if (MEMBERS.contains(name)) {
                diagnostics.report(new NameProblems.TakenByClass(at, name, "its class has a member of that name"));
            } else if (GeneratedVariables.contain(name)) {
                diagnostics.report(new NameProblems.TakenByClass(at, name, "a variable of its classes has that name"));
            } else if (isOfJavaLang(name)) {
                diagnostics.report(new NameProblems.TakenByClass(
                        at, name, "it would hide `java.lang." + name + "` from the generated classes"));
            }
            if (FileNames.isDevice(name)) {
                diagnostics.report(new NameProblems.TakenByClass(at, name, "on Windows no file can have that name"));
            }
            String packageName = Library.packageOf(program);
            Owned own = new Owned(packageName, name, network, at);
            Owned first = taken(program).putIfAbsent(file(name), own);
            if (first != null && !first.in(packageName).equals(name)) {
                diagnostics.report(new NameProblems.TakenByNetwork(
                        at,
                        "a network cannot be called `" + own.in(first.packageName()) + "` beside `"
                                + first.in(packageName) + "`: on some systems that is the same file",
                        first.span(),
                        "the first is here"));
            }
        }
    }

    /** Java tells a class from a package by its name. */
    private void packages(Program program, List<Program> programs) {
        for (Declaration.Network network : of(program)) {
            String name = network.name().text();
            String qualified = Library.packageOf(program) + "." + name;
            if (programs.stream()
                    .map(Library::packageOf)
                    .anyMatch(other -> (other + ".").startsWith(qualified + "."))) {
                diagnostics.report(
                        new NameProblems.TakenByClass(network.name().span(), name, "`" + qualified + "` is a package"));
            }
        }
    }

    /** Java sees the classes of {@code java.lang} without an import, but those of a package come first. */
    private static boolean isOfJavaLang(String name) {
        return ClassLoader.getSystemResource("java/lang/" + name + ".class") != null;
    }

    // -- the classes that are called as the network with something behind

    private void others(Program program) {
        Map<String, Owned> taken = taken(program);
        for (Declaration.Network network : of(program)) {
            Owned own = taken.get(file(network.name().text()));
            if (own == null || own.network() != network) {
                continue; // reported already
            }
            for (Owned owned : generated(Library.packageOf(program), network)) {
                Owned first = taken.putIfAbsent(file(owned.name()), owned);
                if (first != null
                        && !first.network().name().text().equals(network.name().text())) {
                    collision(first, owned);
                }
            }
        }
    }

    private void collision(Owned first, Owned second) {
        String name = first.network().name().text();
        if (first.name().equals(name)) {
            diagnostics.report(new NameProblems.TakenByNetwork(
                    first.span(),
                    "a network cannot be called `" + name + "`: that is a class of the network `"
                            + second.network().name() + "`",
                    second.span(),
                    "for this `" + second.name() + "` is generated"));
        } else {
            diagnostics.report(new NameProblems.TakenByNetwork(
                    second.network().name().span(),
                    "the networks `" + name + "` and `" + second.network().name() + "` would both generate `"
                            + second.name() + "`",
                    first.span(),
                    "for this `" + first.name() + "` is generated"));
        }
    }

    private static List<Owned> generated(String packageName, Declaration.Network network) {
        String name = network.name().text();
        List<Owned> generated = new ArrayList<>();
        for (String ending : ClassEndings.FIXED) {
            generated.add(new Owned(
                    packageName, name + ending, network, network.name().span()));
        }
        List<Statement.Train> statements = network.body().stream()
                .filter(Statement.Train.class::isInstance)
                .map(Statement.Train.class::cast)
                .toList();
        Set<String> names = new HashSet<>();
        List<String> endings = ClassEndings.ofRules(statements.stream()
                .map(train -> UpdateRules.unique(optimizer(train), names))
                .toList());
        for (int k = 0; k < endings.size(); k++) {
            generated.add(new Owned(
                    packageName,
                    name + endings.get(k),
                    network,
                    statements.get(k).span()));
        }
        return generated;
    }

    private static String optimizer(Statement.Train train) {
        Expression rule = train.rule() instanceof Expression.Call call ? call.callee() : train.rule();
        return rule.span().text();
    }
}
