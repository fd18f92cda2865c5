package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.explain.GraphListing;
import dev.leibniz.compiler.rewrite.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pass leaves of one graph of a network.
 *
 * @param plan what the graph computes, such as {@code predict}
 */
public record PassedGraph(String network, String plan, String pass, Program program) {

    /** The graph for people to read, a line each value. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(network + ", " + plan + ", after " + pass);
        lines.addAll(GraphListing.lines(program.graph(), program.roots()));
        return lines;
    }
}
