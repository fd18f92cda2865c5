package dev.leibniz.runtime;

/** A network has computed, or was given, a number that is infinite or none: the first one on the way to the loss or the outputs. */
public final class NonFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final String tensor;
    private final int[] index;
    private final double value;
    private final String operation;
    private final String place;

    NonFiniteException(String tensor, int[] index, double value, String operation, String place) {
        super(message(tensor, index, value, operation, place));
        this.tensor = tensor;
        this.index = index.clone();
        this.value = value;
        this.operation = operation;
        this.place = place;
    }

    private static String message(String tensor, int[] index, double value, String operation, String place) {
        StringBuilder text = new StringBuilder(tensor);
        String before = "[";
        for (int i : index) {
            text.append(before).append(i);
            before = ", ";
        }
        text.append(index.length == 0 ? "" : "]")
                .append(" is ")
                .append(value)
                .append(", the first value that is not finite");
        if (!operation.isEmpty()) {
            text.append(": ").append(operation);
        }
        return text.append(place.isEmpty() ? "" : "   (" + place + ")").toString();
    }

    /** Its name in the network, or that of the generated code for a temporary. */
    public String tensor() {
        return tensor;
    }

    /** One number for each axis of the tensor. */
    public int[] index() {
        return index.clone();
    }

    public double value() {
        return value;
    }

    /** The formula that gave the tensor; empty for what is given, such as an input or a parameter. */
    public String operation() {
        return operation;
    }

    /** File and line of the network, such as {@code Digits.nn:17}; empty where there is none. */
    public String place() {
        return place;
    }
}
