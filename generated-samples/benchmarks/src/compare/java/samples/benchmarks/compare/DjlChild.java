package samples.benchmarks.compare;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import samples.benchmarks.Yardstick;

/** Measures DJL on PyTorch: its trainer, and its predictor from an array to an array. */
final class DjlChild {
    private final Task task;
    private final Stopwatch stopwatch;
    private final Yardstick yardstick;

    private DjlChild(Task task) {
        this.task = task;
        this.stopwatch = new Stopwatch(task.seconds());
        this.yardstick = Yardstick.of(task.subject());
    }

    /** A task. */
    public static void main(String[] arguments) throws TranslateException {
        Task task = Task.of(arguments);
        switch (task.kind()) {
            case "probe" -> {
                Engine engine = Engine.getEngine("PyTorch");
                Report.about("DJL " + Engine.getDjlVersion() + " with PyTorch " + engine.getVersion());
            }
            case "step" -> new DjlChild(task).step();
            case "predict" -> new DjlChild(task).predict();
            default -> throw new IllegalArgumentException("no task is called " + task.kind());
        }
    }

    private void step() {
        DefaultTrainingConfig config = new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss("loss", 1, -1, true, true))
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.01f))
                        .build());
        try (Model model = Model.newInstance("step", "PyTorch");
                NDManager data = NDManager.newBaseManager("PyTorch")) {
            model.setBlock(new DjlNetworks(data).block(task.subject()));
            try (Trainer trainer = model.newTrainer(config)) {
                Object[] inputs = yardstick.batchInputs();
                NDArray x = data.create(buffer(inputs[0]), shape(yardstick.batch()), type());
                NDArray y = data.create(buffer(inputs[1]), new Shape(((int[]) inputs[1]).length), DataType.INT64);
                trainer.initialize(x.getShape());
                Report.figure(task, "parameters", parameters(model.getBlock()));
                Report.figure(task, "step", stopwatch.micros(() -> step(trainer, x, y)));
                Report.resident(task);
            }
        }
    }

    /** What is made on the way belongs to a manager of this step, as that of x, and goes with it. */
    private static void step(Trainer trainer, NDArray x, NDArray y) {
        NDManager data = x.getManager();
        try (NDManager manager = trainer.getManager().newSubManager()) {
            x.attach(manager);
            y.attach(manager);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray z = trainer.forward(new NDList(x)).singletonOrThrow();
                NDArray logits = z.reshape(-1, z.getShape().get(z.getShape().dimension() - 1));
                collector.backward(trainer.getLoss().evaluate(new NDList(y), new NDList(logits)));
            }
            trainer.step();
            x.attach(data);
            y.attach(data);
        }
    }

    private void predict() throws TranslateException {
        Shape row = shape(1);
        Buffer input = buffer(yardstick.rowInputs()[0]);
        try (Model model = Model.newInstance("predict", "PyTorch");
                NDManager data = NDManager.newBaseManager("PyTorch")) {
            Block block = new DjlNetworks(data).block(task.subject());
            block.initialize(model.getNDManager(), DataType.FLOAT32, row);
            model.setBlock(block);
            try (Predictor<Buffer, float[]> predictor = model.newPredictor(new DjlTranslator(row, type()))) {
                Report.figure(task, "predict", stopwatch.micros(() -> {
                    try {
                        predictor.predict(input);
                    } catch (TranslateException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
        }
    }

    /** Those that are trained, which running means of batches are not. */
    private static long parameters(Block block) {
        return block.getParameters().values().stream()
                .filter(parameter -> parameter.requiresGradient())
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }

    private Shape shape(int rows) {
        long[] sizes = yardstick.model().inputs().get(0).shape().stream()
                .mapToLong(size -> size.equals("N") ? rows : Long.parseLong(size))
                .toArray();
        return new Shape(sizes);
    }

    private DataType type() {
        boolean ids = yardstick.model().inputs().get(0).type().equals("int");
        return ids ? DataType.INT64 : DataType.FLOAT32;
    }

    private static Buffer buffer(Object numbers) {
        return numbers instanceof float[] floats
                ? FloatBuffer.wrap(floats)
                : LongBuffer.wrap(Arrays.stream((int[]) numbers).asLongStream().toArray());
    }
}
