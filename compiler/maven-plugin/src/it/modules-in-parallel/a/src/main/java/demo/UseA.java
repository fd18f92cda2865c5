package demo;

/** Compiles only if the network was compiled before. */
final class UseA {
    static final Class<?> MODEL = NetA.class;

    private UseA() {}
}
