package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import java.util.List;
import java.util.function.LongSupplier;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class ClassPartsTest {
    private static final int METHODS = 9_000;
    private static final int NUMBERS = 10;
    private static final int CHAINS = 90;

    /** Ninety chains of a hundred methods, each of which adds ten numbers of its own. */
    private static TypeSpec large() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Large")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(LongSupplier.class)
                .addField(FieldSpec.builder(TypeName.LONG, "BASE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.parseLong($S)", Long.class, "1000")
                        .build());
        MethodSpec.Builder all = MethodSpec.methodBuilder("getAsLong")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addStatement("long sum = 0");
        for (int chain = 0; chain < CHAINS; chain++) {
            all.addStatement("sum += method$L()", chain);
        }
        type.addMethod(all.addStatement("return sum").build());
        type.addType(TypeSpec.classBuilder("Member")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .build());
        type.addMethod(MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC)
                .addException(java.io.IOException.class)
                .addParameter(Object[].class, "all")
                .varargs()
                .addStatement("throw new $T()", java.io.IOException.class)
                .build());
        for (int k = 0; k < METHODS; k++) {
            MethodSpec.Builder method = MethodSpec.methodBuilder("method" + k)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(TypeName.LONG)
                    .addStatement("long sum = 0");
            for (int number = 0; number < NUMBERS; number++) {
                method.addStatement("sum += $L", constant(k, number));
            }
            int next = k + CHAINS;
            method.addStatement(next < METHODS ? "return sum + method" + next + "()" : "return sum + BASE");
            type.addMethod(method.build());
        }
        return type.build();
    }

    private static int constant(int method, int number) {
        return 1_000_000 + method * NUMBERS + number;
    }

    private static String text(TypeSpec type) {
        return JavaFile.builder("t", type).build().toString();
    }

    @Test
    void aClassOfMoreConstantsThanAFileHoldsBecomesSeveral() throws ReflectiveOperationException {
        TypeSpec large = large();

        List<TypeSpec> parts = ClassParts.of(large, text(large), "t");

        InMemoryJavac.Classes classes = InMemoryJavac.ofRuntime()
                .orElseThrow()
                .compile(parts.stream()
                        .map(part -> new GeneratedFile("t/" + part.name() + ".java", text(part)))
                        .toList());
        LongSupplier sum =
                (LongSupplier) classes.loadClass("t.Large").getConstructor().newInstance();
        long expected = 1000L * CHAINS;
        for (int k = 0; k < METHODS; k++) {
            for (int number = 0; number < NUMBERS; number++) {
                expected += constant(k, number);
            }
        }
        assertThat(classes.loadClass("t.Large$Member")).isNotNull();
        assertThat(classes.loadClass("t.Large")
                        .getMethod("read", Object[].class)
                        .isVarArgs())
                .isTrue();
        assertThat(parts).hasSizeBetween(4, 20);
        assertThat(sum.getAsLong()).isEqualTo(expected);
    }

    @Test
    void othersStayWhole() {
        TypeSpec small = TypeSpec.classBuilder("Small").build();

        assertThat(ClassParts.of(small, text(small), "t")).containsExactly(small);
    }
}
