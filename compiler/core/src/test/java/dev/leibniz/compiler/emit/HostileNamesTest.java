package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that mean something to Java, to generated code or to file systems give Java that javac takes, or an error at their place. */
class HostileNamesTest {
    /** Each is what three kinds of things in {@link #program} are called. Words of the language itself are no names. */
    private static final List<String> NAMES = List.of(
            // of Java
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "goto",
            "if",
            "implements",
            "instanceof",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "_",
            "var",
            "record",
            "sealed",
            "permits",
            "when",
            "module",
            "open",
            // of every object
            "hashCode",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "toString",
            "clone",
            "finalize",
            "equals",
            // of types
            "String",
            "Object",
            "Math",
            "System",
            "Override",
            "Integer",
            "List",
            "Path",
            "Model",
            "Checks",
            "Share",
            "Workers",
            "NetModel",
            "Workspace",
            "Trainer",
            "Rule",
            "Prediction",
            "Factory",
            "Parameter",
            "IOException",
            // of generated members, parameters and variables
            "workspace",
            "trainer",
            "gradient",
            "parameters",
            "states",
            "nextStates",
            "hypers",
            "draws",
            "share",
            "floats",
            "ints",
            "scratch",
            "results",
            "seed",
            "file",
            "rule",
            "net",
            "sizes",
            "inputs",
            "outputs",
            "capacity",
            "team",
            "i",
            "k",
            "n",
            "t1",
            "v1",
            "a0",
            "a0At",
            "xAt",
            "xBar",
            "batch",
            "from",
            "to",
            "at",
            "most",
            "least",
            "value",
            "steps",
            "reader",
            "values",
            "update",
            "apply",
            "accumulate",
            "evaluate",
            "predict",
            "save",
            "load",
            "read",
            "written",
            "initialise",
            "asModel",
            "reserve",
            "reservePredict",
            "holdsPredict",
            "predictScratch",
            "setDraws",
            "lossAndGradient",
            "parameterCount",
            "PARAMETER_COUNT",
            "STATE_COUNT",
            "KERNELS",
            "HASH",
            "ALL",
            "FLOATS",
            "INTS",
            "NO_HYPERS",
            "WHOLE",
            "block1",
            "turn",
            "values1",
            "initialise1",
            "round",
            "decay",
            "workers",
            // of other alphabets, and alike
            "é",
            "θ",
            "変数",
            "\uD835\uDC31",
            "\u1112\u1161\u11AB",
            "\uD55C",
            "\u212B",
            "\u00C5",
            "ı",
            "İ",
            "ß",
            "ﬁ",
            "ſ");

    private static final int KINDS = 9;
    private static final int OPTIMIZER = 7;

    /** How many names lie between what two kinds are called, and how many between two programs: such that each name is that of three kinds. */
    private static final int BETWEEN_KINDS = 16;

    private static final int BETWEEN_PROGRAMS = 3;

    /** Inputs, parameters, states, hypers, outputs, metrics and free sizes, which the language refuses to call as a keyword of Java. */
    private static final int[] WITHOUT_KEYWORDS = {0, 1, 2, 3, 5, 6, 8};

    /** A program whose things of all kinds are called as names from one on in a circle. */
    private static SourceFile program(int first) {
        String[] name = IntStream.range(0, KINDS)
                .mapToObj(k -> NAMES.get((first + k * BETWEEN_KINDS) % NAMES.size()))
                .toArray(String[]::new);
        return program(name, first);
    }

    private static SourceFile program(String[] name, int number) {
        for (int k : WITHOUT_KEYWORDS) {
            name[k] = SourceVersion.isKeyword(name[k]) ? name[k] + "_" : name[k];
        }
        String text =
                """
                package t%10$d;
                network Net {
                  size %9$s;
                  input %1$s: float[%9$s, 4];
                  param %2$s: float[4] = ones();
                  state %3$s: float = 0;
                  hyper %4$s = 0.5;
                  %5$s = exp(%1$s * %2$s) + %4$s;
                  next %3$s = sum(%5$s);
                  output %6$s = %5$s |> dense(3);
                  output last = %5$s @ ones([4, 2]) + %3$s;
                  loss mean(%5$s) + sum(%6$s);
                  metric %7$s = mean(%5$s);
                  train %8$s(rate = %4$s);
                }
                optimizer %8$s(rate = 1) { state %1$s = 0; next %1$s = %1$s + g; next w = w - rate * %1$s; }
                """.formatted(name[0], name[1], name[2], name[3], name[4], name[5], name[6], name[7], name[8], number);
        return new SourceFile("Net.nn", text);
    }

    private static CompileResult compile(String... texts) {
        List<SourceFile> files = IntStream.range(0, texts.length)
                .mapToObj(k -> new SourceFile("F" + k + ".nn", texts[k]))
                .toList();
        return new LeibnizCompiler().compile(new CompileRequest(files, List.of(), CompileOptions.DEFAULTS));
    }

    private static List<String> codes(CompileResult result) {
        return result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void everyNameCanBeThatOfAThing() {
        List<GeneratedFile> files = new ArrayList<>();
        for (int first = 0; first < NAMES.size(); first += BETWEEN_PROGRAMS) {
            SourceFile file = program(first);
            CompileResult result = new LeibnizCompiler().compile(CompileRequest.of(file, CompileOptions.DEFAULTS));
            assertThat(codes(result)).as(file.text()).isEmpty();
            files.addAll(result.files());
        }
        InMemoryJavac.ofRuntime().orElseThrow().compile(files);
    }

    @Test
    void theNamesOfANetworksClassesCanBeThoseOfThings() {
        List<String> names = List.of(
                "Net",
                "NetForward",
                "NetKernels",
                "NetScalarKernels",
                "NetVectorKernels",
                "NetTeam",
                "NetChecked",
                "NetStates",
                "NetNet");
        List<GeneratedFile> files = new ArrayList<>();
        for (int first = 0; first < KINDS; first++) {
            List<String> turned = new ArrayList<>(names);
            Collections.rotate(turned, first);
            // A network and an optimizer are called differently.
            if (turned.get(OPTIMIZER).equals("Net")) {
                turned.set(OPTIMIZER, "NetModel");
            }
            CompileResult result = new LeibnizCompiler()
                    .compile(CompileRequest.of(program(turned.toArray(String[]::new), first), CompileOptions.DEFAULTS));
            assertThat(codes(result)).as("%s", turned).isEmpty();
            files.addAll(result.files());
        }
        InMemoryJavac.ofRuntime().orElseThrow().compile(files);
    }

    static Stream<String> classes() {
        return Stream.of(
                "class",
                "int",
                "_",
                "record",
                "var",
                "sealed",
                "permits",
                "String",
                "Object",
                "Math",
                "Override",
                "Workspace",
                "Trainer",
                "Rule",
                "Prediction",
                "Factory",
                "con",
                "Con",
                "AUX",
                "nul",
                "Lpt1",
                "net",
                "seed",
                "workspace",
                "floats",
                "from",
                "KERNELS");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void whatCannotBeAClassIsNoNetwork(String name) {
        CompileResult result = compile("package t; network " + name + " { input x: float; output y = x; }");

        assertThat(codes(result)).hasSize(1).first().isIn("java-keyword", "taken-name");
        assertThat(result.diagnostics().get(0).span().text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Model",
                "Float",
                "List",
                "Checks",
                "Share",
                "Generated",
                "Kernels",
                "Path",
                "IOException",
                "é",
                "변수"
            })
    void otherClassesOfJavaAndTheRuntimeMayBeNetworks(String name) {
        CompileResult result = compile(
                "package t; network " + name
                        + " { size N; input x: float[N, 2]; h = x |> dense(2); output y = h; output z = h; loss mean(h); train sgd(rate = 0.1); }");

        if (name.equals("Float")) {
            assertThat(codes(result)).containsExactly("taken-name");
        } else {
            assertThat(codes(result)).isEmpty();
            InMemoryJavac.ofRuntime().orElseThrow().compile(result.files());
        }
    }

    static Stream<List<String>> oneFile() {
        return Stream.of(
                List.of("Net", "nET"),
                List.of("\u212Bx", "\u00C5x"),
                List.of("\u1112\u1161\u11AB", "\uD55C"),
                List.of("\u212A", "k"));
    }

    @ParameterizedTest
    @MethodSource("oneFile")
    void networksThatAreOneFileSomewhereAreRefused(List<String> names) {
        CompileResult result = compile("package t; network " + names.get(0)
                + " { input x: float; output y = x; } network " + names.get(1) + " { input x: float; output y = x; }");

        assertThat(codes(result)).containsExactly("taken-name");
    }

    @Test
    void networksOfPackagesThatAreOneFolderSomewhereAreRefused() {
        String net = "network Net { input x: float; output y = x; }";
        CompileResult same = compile("package a.b; " + net, "package a.B; " + net);

        assertThat(codes(same)).containsExactly("taken-name");
        assertThat(same.diagnostics().get(0).message())
                .isEqualTo(
                        "a network cannot be called `a.B.Net` beside `a.b.Net`: on some systems that is the same file");
        assertThat(codes(compile("package a.b; " + net, "package a.B; " + net.replace("Net", "Other"))))
                .isEmpty();
        assertThat(codes(compile("package a.b; " + net, "package a.B; " + net.replace("Net", "NetModel"))))
                .containsExactly("taken-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java",
                "java.lang",
                "java.util",
                "java.of.mine",
                "javax.tools",
                "a.con",
                "Aux.b",
                "a.com1",
                "a.int",
                "a.class.b"
            })
    void packagesThatJavaOrWindowsDoNotLetAnybodyHaveAreRefused(String name) {
        CompileResult result = compile("package " + name + "; network Net { input x: float; output y = x; }");

        assertThat(codes(result)).hasSize(1).first().isIn("java-keyword", "taken-name");
        assertThat(result.diagnostics().get(0).span().text()).isEqualTo(name);
    }

    @Test
    void aClassIsNoPackage() {
        CompileResult result = compile(
                "package a; network Net { input x: float; output y = x; }",
                "package a.Net.b; network Other { input x: float; output y = x; }");

        assertThat(codes(result)).containsExactly("taken-name");
    }

    @Test
    void lettersThatOnlyOneUnicodeHasAreErrorsOrJava() {
        for (int letter : new int[] {0x1E030, 0x10D4A, 0x2EBF0, 0x31350, 0xA7CB, 0x1C89}) {
            String name = Character.toString(letter);
            CompileResult result =
                    compile("package t; network N" + name + " { input " + name + ": float; output y = " + name + "; }");

            if (codes(result).isEmpty()) {
                InMemoryJavac.ofRuntime().orElseThrow().compile(result.files());
            } else {
                assertThat(codes(result)).isSubsetOf("bad-character", "unexpected-token");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\u0301", "x\u200B", "x\u202Ey", "x\u00AD", "x$", "x\uFEFFy", "x\u2060", "x\uDB40\uDD00"})
    void marksAndInvisibleCharactersArePartsOfNoName(String name) {
        List<String> codes =
                codes(compile("package t; network Net { input " + name + ": float; output y = " + name + "; }"));

        assertThat(codes)
                .isNotEmpty()
                .allMatch(code -> List.of("bad-character", "unexpected-token", "missing-semicolon", "unknown-name")
                        .contains(code));
    }

    /** A line break as Java reads it wherever it stands, written such that this file has none. */
    private static final String BREAK = "\\" + "u000a";

    static Stream<String> files() {
        return Stream.of(
                "a\nclass Evil {}.nn",
                "b\r\nclass Evil {}.nn",
                "c" + BREAK + "class Evil {}.nn",
                "d*/ class Evil {} /*.nn");
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesOfFilesCannotLeaveTheCommentsThatTheyStandIn(String name) {
        String text = "package t; /** \\" + "u002a/ class Evil {} " + BREAK + """
                 /* */ network Net {
                  size N;
                  input x: float[N, 3];
                  h = x |> dense(3);
                  output y = h;
                  loss mean(h);
                  train sgd(rate = 0.1);
                }
                """;
        CompileResult result =
                new LeibnizCompiler().compile(CompileRequest.of(new SourceFile(name, text), CompileOptions.DEFAULTS));

        assertThat(codes(result)).isEmpty();
        assertThat(InMemoryJavac.ofRuntime()
                        .orElseThrow()
                        .compile(result.files())
                        .bytes())
                .doesNotContainKeys("t.Evil", "Evil");
    }
}
