package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What networks declare reaches whoever compiles them. */
class NetworksTest {
    private static final String DIGITS = """
            package samples.digits;

            /** Tells digits apart. */
            network Digits {
              size N;
              size H = 64;
              /** A picture. */
              input image: float[N, H];
              input label: int[N] in 0..10;
              hyper rate = 0.5;
              param W: float[H, 10] = glorot_uniform();
              param b: float[10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
              logits = image @ W + b;
              output digit = softmax(logits);
              output best = argmax(logits);
              loss mean(cross_entropy(logits, label));
              loss 0.01 * l2(W);
              metric accuracy = mean(argmax(logits) == label);
              train sgd(rate = 0.1 * rate, momentum = 0.9);
              train adam;
              train sgd(rate   =
                0.2);
            }
            """;

    @Test
    void everythingDeclaredIsThere() {
        Network network = Elaborated.network(DIGITS);

        assertThat(network.packageName()).isEqualTo("samples.digits");
        assertThat(network.name()).isEqualTo("Digits");
        assertThat(network.doc()).contains("Tells digits apart.");
        assertThat(network.doublePrecision()).isFalse();
        assertThat(network.sizes()).extracting(FreeSize::name).containsExactly("N");
        assertThat(network.fixedSizes()).containsExactly(Map.entry("H", 64L));
        assertThat(network.inputs()).extracting(Input::name).containsExactly("image", "label");
        assertThat(network.inputs().get(0).doc()).contains("A picture.");
        assertThat(network.inputs().get(1).range()).contains(new Input.Range(Size.ZERO, Size.of(10)));
        assertThat(network.hypers()).extracting(Hyper::name).containsExactly("rate");
        assertThat(network.outputs()).extracting(Output::name).containsExactly("digit", "best");
        assertThat(network.outputs().get(1).value().type()).hasToString("int[N]");
        assertThat(network.loss().orElseThrow().value().type()).hasToString("float");
        assertThat(network.loss().orElseThrow().span().line()).isEqualTo(16);
        assertThat(network.metrics())
                .extracting(metric -> metric.value().type().toString())
                .containsExactly("float");
        assertThat(network.requirements()).isEmpty();
    }

    @Test
    void initialisersKnowTheirFans() {
        Network network = Elaborated.of("""
                param a: float[3, 5] = he_normal(); param b: float[8, 4, 3, 3] = glorot_uniform();
                param c: float[2] = uniform(-1, 1); param d: float = 3; param e: float[2, 2] = [[1, 2], [3, 4]];
                param f: float[3] = range(3) / 2; param g: float[4] = normal(0, 1/sqrt(4));
                output y = sum(a) + sum(b) + sum(c) + d + sum(e) + sum(f) + sum(g);
                """);

        assertThat(network.parameters())
                .extracting(Parameter::initialiser)
                .containsExactly(
                        new Initialiser(Initialiser.Kind.HE_NORMAL, List.of(), 3, 5),
                        new Initialiser(Initialiser.Kind.GLOROT_UNIFORM, List.of(), 36, 72),
                        new Initialiser(Initialiser.Kind.UNIFORM, List.of(-1.0, 1.0), 1, 1),
                        new Initialiser(Initialiser.Kind.CONSTANT, List.of(3.0), 1, 1),
                        new Initialiser(Initialiser.Kind.VALUES, List.of(1.0, 2.0, 3.0, 4.0), 1, 1),
                        new Initialiser(Initialiser.Kind.VALUES, List.of(0.0, 0.5, 1.0), 1, 1),
                        new Initialiser(Initialiser.Kind.NORMAL, List.of(0.0, 0.5), 1, 1));
    }

    @Test
    void rulesHaveGraphsOfTheirOwn() {
        Network network = Elaborated.network(DIGITS);

        assertThat(network.rules()).extracting(UpdateRule::name).containsExactly("sgd", "adam", "sgd2");
        assertThat(network.rules())
                .extracting(UpdateRule::arguments)
                .containsExactly("rate = 0.1 * rate, momentum = 0.9", "", "rate = 0.2");
        assertThat(network.rules()).allMatch(UpdateRule::elementwise);
        UpdateRule sgd = network.rules().get(0);
        assertThat(sgd.hypers()).hasSize(1);
        assertThat(sgd.states()).extracting(StateVariable::name).containsExactly("velocity");
        assertThat(sgd.nextW().type()).hasToString("float[P]");
        assertThat(network.rules().get(2).states()).isEmpty();
        Tensor next = Elaborated.evaluate(
                        sgd.graph(),
                        List.of(sgd.nextW()),
                        Map.of("P", 1L),
                        Map.of(
                                "w", new Tensor(new int[] {1}, new double[] {5}),
                                "g", new Tensor(new int[] {1}, new double[] {2}),
                                "velocity", new Tensor(new int[] {1}, new double[] {10}),
                                "rate", Tensor.scalar(0.5)))
                .get(0);
        assertThat(next.data()).containsExactly(5 - 0.1 * 0.5 * (0.9 * 10 + 2));
    }

    @Test
    void aRuleThatMixesElementsIsAppliedToOneParameterAtATime() {
        Network network = Elaborated.network("""
                package t;
                optimizer normalised(rate) { next w = w - rate * g / max(norm(g), 1e-8); }
                network Net { param a: float[3] = ones(); loss sum(a^2); train normalised(0.1); }
                """);

        assertThat(network.rules().get(0).elementwise()).isFalse();
    }

    @Test
    void theBuildOverridesSizesAndPrecision() {
        Options options = new Options(false, Map.of("H", 16L), Optional.of(true));
        Network network = Elaborated.network(options, DIGITS);

        assertThat(network.fixedSizes()).containsEntry("H", 16L);
        assertThat(network.parameters().get(0).type()).hasToString("float[16, 10]");
        assertThat(network.doublePrecision()).isTrue();
        assertThat(Elaborated.of("precision double; output y = 1;").doublePrecision())
                .isTrue();
    }

    @Test
    void whatFreeSizesMustFulfilIsLeftToRunTime() {
        Network network = Elaborated.of("size N; input x: float[N]; output y = x[2] + x[-1] + sum(x[1:4]);");

        assertThat(network.requirements())
                .extracting(SizeRequirement::notNegative)
                .containsExactly(Size.symbol("N").plus(-3), Size.symbol("N").plus(-4));
        assertThat(network.requirements().get(0).message())
                .isEqualTo("index 2 is out of bounds for axis 0 of float[N], whose size is N");
    }

    @Test
    void valuesRememberNamesAndPlacesOfTheProgram() {
        Network network = Elaborated.network(
                "package t;\nnetwork Net {\n  size N;\n  input x: float[N, 3];\n  h = x |> dense(2) |> gelu;\n  output y = h;\n}\n");

        assertThat(network.graph().nameOf(network.outputs().get(0).value())).contains("h");
        assertThat(network.graph().values())
                .allSatisfy(value -> assertThat(value.origin().file()).isEqualTo(network.source()))
                .filteredOn(value -> !value.op().operands().isEmpty())
                .allSatisfy(value -> assertThat(value.origin().line()).isEqualTo(5));
    }

    @Test
    void filesUseEachOther() {
        String library = """
                package my.layers;
                function triple(x) = 3 * x;
                layer scaled()(x: float[..., K]) { param s: float[K] = ones(); yield triple(x) * s; }
                """;
        Network byName = Elaborated.network(
                "package t; import my.layers.scaled; network Net { size N; input x: float[N, 2]; output y = x |> scaled; }",
                library);
        Network byStar = Elaborated.network(
                "package t; import my.layers.*; network Net { size N; input x: float[N, 2]; output y = triple(x); }",
                library);
        Network samePackage = Elaborated.network(
                "package my.layers; network Net { size N; input x: float[N, 2]; output y = triple(x); }", library);

        assertThat(byName.parameters()).extracting(Parameter::path).containsExactly("y.s");
        assertThat(byStar.outputs()).hasSize(1);
        assertThat(samePackage.outputs()).hasSize(1);
        List<Diagnostic> unseen = Elaborated.diagnostics(
                "package t; import my.layers.scaled; network Net { size N; input x: float[N, 2]; output y = triple(x); }",
                library);
        assertThat(unseen).extracting(Diagnostic::code).containsExactly("unknown-name");
    }

    @Test
    void onesOwnFunctionsComeBeforeTheStandardLibrary() {
        Network network = Elaborated.network(
                "package t; function relu(x) = 7; network Net { size N; input x: float[N]; output y = relu(x) + 0 * sum(x); }");

        Tensor y = Elaborated.output(network, Map.of("x", new Tensor(new int[] {1}, new double[] {-1})));
        assertThat(y.data()).containsExactly(7);
    }

    @Test
    void theStandardLibraryItselfPassesEveryCheck() {
        Diagnostics diagnostics = new Diagnostics();
        Elaborator.elaborate(StandardLibrary.programs(), List.of(), Options.of(false), diagnostics);

        assertThat(diagnostics.all().stream()
                        .filter(diagnostic -> !diagnostic.code().equals("shadowing"))
                        .filter(diagnostic -> !diagnostic.code().equals("duplicate-name")))
                .isEmpty();
    }
}
