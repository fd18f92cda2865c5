package dev.leibniz.compiler.randomprogram;

/**
 * What came of a program.
 *
 * @param stage what failed or why nothing was compared; the same for the same kind of fault
 */
record Verdict(Kind kind, String stage, String message) {
    enum Kind {
        AGREES,
        /** The compiler says that the program is wrong. */
        REFUSED,
        /** Not everything could be compared. */
        SKIPPED,
        FAILS
    }

    static final Verdict AGREES = new Verdict(Kind.AGREES, "", "");

    static Verdict fails(String stage, String message) {
        return new Verdict(Kind.FAILS, stage, message);
    }

    static Verdict fails(String stage, RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return fails(stage + ", " + cause.getClass().getSimpleName(), fault + " because of " + cause + where);
    }

    static Verdict skipped(String why) {
        return new Verdict(Kind.SKIPPED, why, "");
    }

    boolean isFailure() {
        return kind == Kind.FAILS;
    }

    boolean isLike(Verdict other) {
        return kind == other.kind && stage.equals(other.stage);
    }
}
