package samples.benchmarks.compare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import java.util.List;
import java.util.function.UnaryOperator;

/** The networks of {@code src/main/nn}, built of DJL's blocks. */
final class DjlNetworks {
    private static final int HEADS = 4;
    private static final int WIDTH = 128;
    private static final int TURNS = 64;

    private final NDManager manager;

    /** The manager keeps what is constant. */
    DjlNetworks(NDManager manager) {
        this.manager = manager;
    }

    Block block(String network) {
        return switch (network) {
            case "Tiny" -> mlp(16, 3);
            case "Small" -> mlp(32, 10);
            case "Mlp" -> mlp(128, 10);
            case "MlpWide" -> mlp(1024, 1024, 10);
            case "LeNet" -> leNet();
            case "ResNet" -> resNet();
            case "Gpt" -> gpt();
            case "Lstm" -> lstm();
            default -> throw new IllegalArgumentException("no network is called " + network);
        };
    }

    private static SequentialBlock mlp(int... units) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 0; i < units.length; i++) {
            if (i > 0) {
                block.add(Activation.reluBlock());
            }
            block.add(linear(units[i]));
        }
        return block;
    }

    private static Block leNet() {
        return new SequentialBlock()
                .add(conv2d(6, 5, 2))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(conv2d(16, 5, 0))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(mlp(120, 84, 10));
    }

    private static Block resNet() {
        SequentialBlock block = new SequentialBlock().add(conv2d(32, 3, 1)).add(Activation.reluBlock());
        for (int i = 0; i < 3; i++) {
            block.add(residual(new SequentialBlock()
                            .add(conv2d(32, 3, 1))
                            .add(BatchNorm.builder().build())
                            .add(Activation.reluBlock())
                            .add(conv2d(32, 3, 1))
                            .add(BatchNorm.builder().build())))
                    .add(Activation.reluBlock());
        }
        return block.add(Pool.globalAvgPool2dBlock()).add(linear(10));
    }

    private Block gpt() {
        SequentialBlock block = new SequentialBlock().add(new DjlEmbedding(96, TURNS, WIDTH));
        NDArray past = manager.arange(TURNS).reshape(TURNS, 1).lt(manager.arange(TURNS));
        NDArray mask = past.toType(DataType.FLOAT32, false).mul(-1e30f);
        for (int i = 0; i < 4; i++) {
            block.add(residual(new SequentialBlock()
                            .add(layerNorm())
                            .add(linear(3 * WIDTH))
                            .addSingleton(qkv -> attention(qkv, mask))
                            .add(linear(WIDTH))))
                    .add(residual(new SequentialBlock()
                            .add(layerNorm())
                            .add(linear(4 * WIDTH))
                            .add(Activation.geluBlock())
                            .add(linear(WIDTH))));
        }
        return block.add(layerNorm()).add(linear(96));
    }

    /** Causal attention of [N, T, 3·width], queries, keys and values side by side. */
    private static NDArray attention(NDArray qkv, NDArray mask) {
        long rows = qkv.getShape().get(0);
        UnaryOperator<NDArray> heads =
                part -> part.reshape(rows, TURNS, HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
        NDList parts = qkv.split(3, 2);
        NDArray q = heads.apply(parts.get(0));
        NDArray k = heads.apply(parts.get(1));
        NDArray v = heads.apply(parts.get(2));
        NDArray scores = q.matMul(k.swapAxes(2, 3)).mul((float) (1 / Math.sqrt(WIDTH / HEADS)));
        NDArray mixed = scores.add(mask).softmax(3).matMul(v);
        return mixed.transpose(0, 2, 1, 3).reshape(rows, TURNS, WIDTH);
    }

    private static Block lstm() {
        return new SequentialBlock()
                .add(LSTM.builder()
                        .setNumLayers(1)
                        .setStateSize(64)
                        .optBatchFirst(true)
                        .optReturnState(false)
                        .build())
                .addSingleton(h -> h.get(":, -1"))
                .add(linear(10));
    }

    private static Block residual(Block branch) {
        return new ParallelBlock(
                sides -> new NDList(
                        sides.get(0).singletonOrThrow().add(sides.get(1).singletonOrThrow())),
                List.of(Blocks.identityBlock(), branch));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block layerNorm() {
        return LayerNorm.builder().axis(2).build();
    }

    private static Block conv2d(int channels, int kernel, int padding) {
        return Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(new Shape(kernel, kernel))
                .optPadding(new Shape(padding, padding))
                .build();
    }
}
