package dev.leibniz.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trained tensor's place in the one array that holds all parameters of a network, or a state's in that of all states.
 *
 * @param path its name in checkpoints and everywhere else, such as {@code block[0].attention.Wq}
 * @param shape the sizes, outermost first; empty for a scalar
 * @param offset where its elements begin, row-major
 */
public record Parameter(String path, List<Integer> shape, int offset) {
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)]");

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

    /**
     * Parameters that follow each other from offset 0 on, one a line: the path, then the sizes, separated by spaces. A path with a range, such as
     * {@code h[0..3].W}, stands for {@code h[0].W}, {@code h[1].W}, {@code h[2].W}; of several ranges the last changes fastest.
     */
    public static List<Parameter> parse(String... blocks) {
        List<Parameter> parameters = new ArrayList<>();
        for (String block : blocks) {
            for (String line : block.split("\n")) {
                if (!line.isBlank()) {
                    add(line.strip().split(" "), parameters);
                }
            }
        }
        return List.copyOf(parameters);
    }

    private static void add(String[] words, List<Parameter> parameters) {
        List<Integer> shape = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            shape.add(Integer.valueOf(words[i]));
        }
        for (String path : paths(words[0])) {
            int offset = 0;
            if (!parameters.isEmpty()) {
                Parameter last = parameters.get(parameters.size() - 1);
                offset = last.offset() + last.length();
            }
            parameters.add(new Parameter(path, shape, offset));
        }
    }

    /** The paths that one with ranges stands for. */
    private static List<String> paths(String path) {
        Matcher range = RANGE.matcher(path);
        if (!range.find()) {
            return List.of(path);
        }
        String before = path.substring(0, range.start());
        List<String> behind = paths(path.substring(range.end()));
        List<String> paths = new ArrayList<>();
        for (int i = Integer.parseInt(range.group(1)); i < Integer.parseInt(range.group(2)); i++) {
            for (String end : behind) {
                paths.add(before + "[" + i + "]" + end);
            }
        }
        return paths;
    }
}
