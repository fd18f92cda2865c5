package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;

/**
 * What an update rule keeps for each element of a parameter.
 *
 * @param initial every element's value before the first step
 * @param leaf its value before the step, {@code float[P]}
 * @param next its value after the step, {@code float[P]}
 */
public record StateVariable(String name, double initial, Value leaf, Value next) {}
