package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Bytes as the file of {@code nnc run --in}, for networks with every kind of input: results, or what is wrong with the file. */
public final class RunFuzz {
    private static final String NETWORKS = """
            package fuzz;

            network Line {
              size N;
              input x: float[N, 2];
              input y: float[N];
              hyper rate = 0.1;
              param w: float[2] = ones();
              param b: float = 0.5;
              p = x @ w + b;
              output prediction = p;
              loss mean((p - y)^2);
              metric largest = max(p);
              train sgd(rate = rate);
            }

            network Words {
              size N;
              size T;
              input ids: int[N, T] in 0..6;
              input at: int[N];
              input y: int[N] in 0..3;
              h = ids |> embedding(6, 4) |> layer_norm;
              state seen: float = 0;
              next seen = seen + 1;
              first = sum(h, axis = 2);
              logits = sum(h, axis = 1) |> dense(3);
              output picked = first[0][at];
              output label = argmax(logits);
              loss mean(cross_entropy(logits, y));
              train adam(rate = 0.01);
            }

            network Sizes {
              precision double;
              size N;
              size M;
              input x: float[2*N + 1, M];
              input y: float[N*N];
              input mask: bool[N];
              output a = sum(x) + sum(y);
              output b = mask ? 1 : 0;
              output c = x[:, 0];
            }
            """;

    /** A network, its classes, and how many steps it can train. */
    private record Compiled(CompiledNetwork network, InMemoryJavac.Classes classes, int steps) {
        static Compiled of(CompiledNetwork network, int steps) {
            InMemoryJavac javac = InMemoryJavac.ofRuntime().orElseThrow();
            return new Compiled(network, javac.compile(network.files()), steps);
        }
    }

    private static final List<Compiled> COMPILED = compile();

    private RunFuzz() {}

    private static List<Compiled> compile() {
        CompileRequest request = CompileRequest.of(new SourceFile("Fuzz.nn", NETWORKS), CompileOptions.DEFAULTS);
        LeibnizCompiler compiler = new LeibnizCompiler();
        List<CompiledNetwork> observed = compiler.observed(request);
        List<CompiledNetwork> trained = compiler.networks(request);
        return List.of(
                Compiled.of(observed.get(0), 0),
                Compiled.of(trained.get(0), 2),
                Compiled.of(observed.get(1), 0),
                Compiled.of(trained.get(1), 2),
                Compiled.of(observed.get(2), 0));
    }

    public static void fuzzerInitialize() throws IOException {
        FuzzTarget.RUN.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, file -> {
            try {
                Map<String, StoredTensor> tensors = Safetensors.read(file).tensors();
                COMPILED.forEach(compiled -> run(compiled, tensors));
            } catch (CheckpointException refused) {
                FuzzMessage.require(refused);
            }
        });
    }

    private static void run(Compiled compiled, Map<String, StoredTensor> tensors) {
        CompiledNetwork network = compiled.network();
        try {
            RunTensors bound = RunTensors.bind(network, "in.safetensors", tensors, Map.of());
            Model model = compiled.classes().initialise(network.className(), 1);
            RunningModel running = RunningModel.of(network, model, bound);
            if (compiled.steps() > 0) {
                running.train(compiled.steps());
            } else {
                running.predict();
            }
        } catch (Failure refused) {
            FuzzMessage.require(refused);
        } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
            // What `nnc run` takes for a refusal by the model; those of arrays begin with a capital letter.
            FuzzMessage.require(refused);
            if (Character.isUpperCase(refused.getMessage().charAt(0))) {
                throw refused;
            }
        }
    }
}
