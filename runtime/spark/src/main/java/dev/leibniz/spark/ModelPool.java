package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Models that the tasks of an executor use one after the other, so that each task need not make its own. Sent to executors as a broadcast; kept as bytes, in
 * Java's serialisation, so that it may be sent by any serialiser.
 */
final class ModelPool implements Serializable {
    private static final long serialVersionUID = 1;
    private static final ClassTag<Model> MODEL = ClassTag$.MODULE$.apply(Model.class);

    private final byte[] model;
    private final int[] capacity;
    private transient @Nullable Deque<Lent> idle;

    /** A model, and what trains it if there is a loss. */
    record Lent(Model model, Model.@Nullable Training training) {
        Model.Training trainer() {
            return Objects.requireNonNull(training);
        }
    }

    /**
     * A pool of copies of a model.
     *
     * @param capacity the largest free sizes of a training step; none for a pool that does not train
     */
    ModelPool(Model model, int... capacity) {
        this.capacity = capacity.clone();
        ByteBuffer bytes = SparkEnv.get().closureSerializer().newInstance().serialize(model, MODEL);
        this.model = new byte[bytes.remaining()];
        bytes.get(this.model);
    }

    /** One that nobody else uses; whoever is done with it {@link #give gives} it back. */
    Lent take() {
        synchronized (this) {
            if (idle != null && !idle.isEmpty()) {
                return idle.pop();
            }
        }
        Model copy = SparkEnv.get()
                .closureSerializer()
                .newInstance()
                .deserialize(ByteBuffer.wrap(model), Thread.currentThread().getContextClassLoader(), MODEL);
        return new Lent(copy, capacity.length == 0 ? null : copy.training(capacity));
    }

    synchronized void give(Lent used) {
        if (idle == null) {
            idle = new ArrayDeque<>();
        }
        idle.push(used);
    }
}
