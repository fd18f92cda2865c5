package demo;

/** Compiles only if the network was compiled before. */
final class Use {
    static final Class<?> MODEL = Doubled.class;

    private Use() {}
}
