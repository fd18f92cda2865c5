package dev.leibniz.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained tensor's place in the one array that holds all parameters of a network, or a state's in that of all states.
 *
 * @param path its name in checkpoints and everywhere else, such as {@code block[0].attention.Wq}
 * @param shape the sizes, outermost first; empty for a scalar
 * @param offset where its elements begin, row-major
 */
public record Parameter(String path, List<Integer> shape, int offset) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** The number of elements. */
    public int length() {
        int length = 1;
        for (int size : shape) {
            length *= size;
        }
        return length;
    }

    /** Parameters that follow each other from offset 0 on, one a line: the path, then the sizes, separated by spaces. */
    public static List<Parameter> parse(String... blocks) {
        List<Parameter> parameters = new ArrayList<>();
        int offset = 0;
        for (String block : blocks) {
            for (String line : block.split("\n")) {
                if (!line.isBlank()) {
                    Parameter parameter = of(line.strip().split(" "), offset);
                    parameters.add(parameter);
                    offset += parameter.length();
                }
            }
        }
        return List.copyOf(parameters);
    }

    private static Parameter of(String[] words, int offset) {
        List<Integer> shape = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            shape.add(Integer.valueOf(words[i]));
        }
        return new Parameter(words[0], shape, offset);
    }
}
