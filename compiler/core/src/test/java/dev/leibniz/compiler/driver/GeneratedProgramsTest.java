package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.semantics.ProgramCases;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small programs compute as generated code what they mean, plain in double and on vectors in float; many networks are in one file. */
class GeneratedProgramsTest {
    private static final int CASES_A_FILE = 24;

    static List<List<ProgramCases.Case>> files() {
        List<ProgramCases.Case> all = ProgramCases.all();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + CASES_A_FILE)
                .mapToObj(from -> all.subList(from, Math.min(from + CASES_A_FILE, all.size())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void generatedCodeComputesWhatProgramsMean(List<ProgramCases.Case> cases) throws Exception {
        List<Model> doubles = models(cases, Precision.DOUBLE, false);
        List<Model> floats = models(cases, Precision.FLOAT, true);
        for (int k = 0; k < cases.size(); k++) {
            cases.get(k).check(predict(doubles.get(k)), 1e-12);
            cases.get(k).check(predict(floats.get(k)), 1e-6);
        }
    }

    private static List<Model> models(List<ProgramCases.Case> cases, Precision precision, boolean simd)
            throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder(ProgramCases.FUNCTIONS);
        for (int k = 0; k < cases.size(); k++) {
            text.append(cases.get(k).network("Net" + k)).append('\n');
        }
        CompileRequest request = CompileRequest.of(
                new SourceFile("Nets.nn", text.toString()),
                new CompileOptions(Optional.of(precision), simd, Map.of(), Optional.empty()));
        List<CompiledNetwork> networks = new LeibnizCompiler().networks(request);
        assertThat(networks).hasSameSizeAs(cases);
        List<GeneratedFile> files =
                networks.stream().flatMap(network -> network.files().stream()).toList();
        InMemoryJavac.Classes classes = InMemoryJavac.ofRuntime().orElseThrow().compile(files);
        List<Model> models = new ArrayList<>();
        for (CompiledNetwork network : networks) {
            models.add(classes.initialise(network.className(), 0));
        }
        return models;
    }

    /** The first output for N = 2. */
    private static double[] predict(Model model) {
        int[] sizes = {2};
        Map<String, Tensor> given = ProgramCases.inputs();
        Object[] inputs = model.predictionInputs().stream()
                .map(number -> model.inputs().get(number))
                .map(input -> array(model, input.type(), given.get(input.name()).data()))
                .toArray();
        Object[] outputs = new Object[model.outputs().size()];
        for (int k = 0; k < outputs.length; k++) {
            Model.Tensor output = model.outputs().get(k);
            int length = Arrays.stream(model.outputShape(k, sizes)).reduce(1, (a, b) -> a * b);
            outputs[k] = array(model, output.type(), new double[length]);
        }
        model.predict(inputs, sizes, outputs);
        Object result = outputs[0];
        return IntStream.range(0, Array.getLength(result))
                .mapToDouble(i -> Array.getDouble(result, i))
                .toArray();
    }

    private static Object array(Model model, String type, double[] numbers) {
        if (!type.equals("float")) {
            return Arrays.stream(numbers).mapToInt(x -> (int) x).toArray();
        } else if (model.isDouble()) {
            return numbers.clone();
        }
        float[] floats = new float[numbers.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) numbers[i]);
        return floats;
    }
}
