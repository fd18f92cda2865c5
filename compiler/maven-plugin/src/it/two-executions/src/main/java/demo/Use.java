package demo;

/** Compiles only if both executions gave their networks. */
final class Use {
    static final float[] FLOATS = InFloat.initialise(0).predict(new float[3]);
    static final double[] DOUBLES = InDouble.initialise(0).predict(new double[3]);

    private Use() {}
}
