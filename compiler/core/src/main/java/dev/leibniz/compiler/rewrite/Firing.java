package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;

/**
 * One application of a rule.
 *
 * @param phase the phase that applied it
 * @param graph the graph both values are in; it still grows
 */
public record Firing(String phase, Rule rule, Graph graph, Value before, Value after) {}
