package demo;

/** Compiles only if the network was compiled before. */
final class UseB {
    static final Class<?> MODEL = NetB.class;

    private UseB() {}
}
