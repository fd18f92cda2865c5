package dev.leibniz.runtime;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;

/**
 * A generated network as Java serialisation writes it: the network's hash, its parameters, states and hypers. Reading it needs the network's classes, and
 * refuses those of a network that computes something else. Random operations begin anew, as after {@code setDraws(0, 0)}.
 */
public final class SerialForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final Model.Factory factory;
    private final String hash;
    private final Serializable parameters;
    private final Serializable states;
    private final double[] hypers;
    private final boolean isNetwork;

    private SerialForm(Model model, boolean isNetwork) {
        this.factory = model.factory();
        this.hash = model.hash();
        this.parameters = (Serializable) model.parameters();
        this.states = (Serializable) model.states();
        this.hypers = model.hypers().stream().mapToDouble(model::hyper).toArray();
        this.isNetwork = isNetwork;
    }

    /** The form of a model. */
    public static Object ofModel(Model model) {
        return new SerialForm(model, false);
    }

    /** The form of the object of the network's own class behind a model. */
    public static Object ofNetwork(Model model) {
        return new SerialForm(model, true);
    }

    private Object readResolve() throws ObjectStreamException {
        Model model = factory.initialise(0);
        if (!model.hash().equals(hash)) {
            throw new InvalidObjectException("a network " + model.name() + " with hash " + hash
                    + " was written, the class that reads it has hash " + model.hash());
        }
        copy(parameters, model.parameters());
        copy(states, model.states());
        for (int i = 0; i < hypers.length; i++) {
            model.setHyper(model.hypers().get(i), hypers[i]);
        }
        return isNetwork ? model.network() : model;
    }

    private static void copy(Object from, Object to) throws InvalidObjectException {
        int length = length(to);
        if (length(from) != length || from.getClass() != to.getClass()) {
            throw new InvalidObjectException("a network whose numbers are not those of its class");
        }
        System.arraycopy(from, 0, to, 0, length);
    }

    private static int length(Object array) {
        return array instanceof float[] floats
                ? floats.length
                : array instanceof double[] doubles ? doubles.length : -1;
    }
}
