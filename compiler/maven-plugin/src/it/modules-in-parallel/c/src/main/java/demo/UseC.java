package demo;

/** Compiles only if the network was compiled before. */
final class UseC {
    static final Class<?> MODEL = NetA.class;

    private UseC() {}
}
