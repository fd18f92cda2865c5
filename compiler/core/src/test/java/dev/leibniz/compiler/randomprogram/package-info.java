/**
 * Random programs as tests: a generator of well-typed {@code .nn} programs, which every way to compute must agree on, and a shrinker of those it does not.
 */
package dev.leibniz.compiler.randomprogram;
