package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * A class as several, each of which extends the next, since a class file holds at most 65,535 constants: names of methods and how they are called, and large numbers. Callers
 * see one class. Methods only call those that stand behind them, so what is inherited is all they need; interfaces extend each other alike.
 */
final class ClassParts {
    /** No class whose text is shorter has as many constants as a class file holds. */
    private static final int SHORT = 300_000;

    /** Different words and numbers of a part. A name takes at most three constants: itself, with its type, and with its class. */
    private static final int MOST_WORDS = 20_000;

    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern WORD = Pattern.compile("[\\w$]+(?:\\.\\d+f?)?");

    private final TypeSpec whole;
    private final String packageName;
    private final List<List<MethodSpec>> parts = new ArrayList<>();

    private ClassParts(TypeSpec whole, String packageName) {
        this.whole = whole;
        this.packageName = packageName;
    }

    /**
     * The class itself, first, and those that it extends.
     *
     * @param text its source
     */
    static List<TypeSpec> of(TypeSpec type, String text, String packageName) {
        if (text.length() < SHORT) {
            return List.of(type);
        }
        ClassParts parts = new ClassParts(type, packageName);
        parts.divide();
        return parts.types();
    }

    private void divide() {
        List<MethodSpec> part = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (MethodSpec method : whole.methodSpecs()) {
            Set<String> own = words(method);
            words.addAll(own);
            if (words.size() > MOST_WORDS && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                words = own;
            }
            part.add(method);
        }
        parts.add(part);
    }

    private static Set<String> words(MethodSpec method) {
        Set<String> words = new HashSet<>();
        words.add(method.parameters().toString());
        Matcher matcher = WORD.matcher(COMMENT.matcher(method.code().toString()).replaceAll(""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private List<TypeSpec> types() {
        List<TypeSpec> types = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            types.add(type(part));
        }
        return types;
    }

    private TypeSpec type(int part) {
        if (parts.size() == 1) {
            return whole;
        }
        boolean isInterface = whole.kind() == TypeSpec.Kind.INTERFACE;
        TypeSpec.Builder type = isInterface ? TypeSpec.interfaceBuilder(name(part)) : TypeSpec.classBuilder(name(part));
        if (part == 0) {
            type.addJavadoc(whole.javadoc()).addModifiers(whole.modifiers().toArray(Modifier[]::new));
        } else {
            type.addJavadoc("A part of {@link $L}, which is too large for one class file.\n", whole.name());
            if (!isInterface) {
                type.addModifiers(Modifier.ABSTRACT);
            }
        }
        type.addSuperinterfaces(whole.superinterfaces());
        if (part < parts.size() - 1) {
            ClassName next = ClassName.get(packageName, name(part + 1));
            if (isInterface) {
                type.addSuperinterface(next);
            } else {
                type.superclass(next);
            }
        } else {
            whole.fieldSpecs().forEach(field -> type.addField(visible(field)));
        }
        if (part == 0) {
            type.addTypes(whole.typeSpecs());
        }
        parts.get(part).forEach(method -> type.addMethod(method.isConstructor() ? method : visible(method)));
        return type.build();
    }

    private String name(int part) {
        return part == 0 ? whole.name() : whole.name() + (part + 1);
    }

    private static FieldSpec visible(FieldSpec field) {
        FieldSpec.Builder visible = FieldSpec.builder(field.type(), field.name())
                .addJavadoc(field.javadoc())
                .initializer(field.initializer());
        field.modifiers().stream().filter(m -> m != Modifier.PRIVATE).forEach(visible::addModifiers);
        return visible.build();
    }

    private static MethodSpec visible(MethodSpec method) {
        MethodSpec.Builder visible = MethodSpec.methodBuilder(method.name())
                .addJavadoc(method.javadoc())
                .addAnnotations(method.annotations())
                .returns(method.returnType())
                .addParameters(method.parameters())
                .addExceptions(method.exceptions())
                .varargs(method.varargs());
        method.modifiers().stream().filter(m -> m != Modifier.PRIVATE).forEach(visible::addModifiers);
        if (!method.modifiers().contains(Modifier.ABSTRACT)) {
            visible.addCode(method.code());
        }
        return visible.build();
    }
}
