package dev.leibniz.compiler.kernel;

/** What random numbers are drawn from. */
public enum Distribution {
    /** All numbers in [0, 1) alike. */
    UNIFORM,
    /** The normal distribution with mean 0 and variance 1. */
    NORMAL
}
