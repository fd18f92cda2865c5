package dev.leibniz.compiler.cli;

/**
 * What the kernels behind one method of generated code cost in one run of a network.
 *
 * @param method its name
 * @param lines where the `.nn` source says what they compute: {@code Gpt.nn:17,23}
 * @param formula what the first of them computes
 * @param calls how often it is called
 * @param flops floating-point operations of all calls
 * @param bytes read and written by all calls
 */
record KernelCost(String method, String lines, String formula, long calls, long flops, long bytes) {
    /** The costs of this and another under this one's name. */
    KernelCost plus(KernelCost other) {
        return new KernelCost(method, lines, formula, calls + other.calls, flops + other.flops, bytes + other.bytes);
    }
}
