package dev.leibniz.training.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a column gives to an input.
 *
 * @param mean subtracted from a number
 * @param deviation what a number is divided by then
 * @param categories whole numbers by size, then others in alphabetical order; none of a number
 */
record Feature(Kind kind, String column, double mean, double deviation, List<String> categories) {
    enum Kind {
        NUMBER,
        STANDARDISED,
        TARGET,
        ONE_HOT,
        CATEGORY;

        static Kind of(Path file, @Nullable String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw new DataException(file + " is no preparation of this version: a feature is of kind " + name);
        }
    }

    Feature {
        categories = List.copyOf(categories);
    }

    static Feature number(Table training, String column) {
        training.numbers(column);
        return new Feature(Kind.NUMBER, column, 0, 1, List.of());
    }

    /**
     * Mean and standard deviation of the numbers that are not missing, in two passes, as distances from the first number, so that those of constant columns
     * are exact; these keep their unit.
     */
    static Feature standardised(Table training, String column) {
        return standardised(Kind.STANDARDISED, training, column);
    }

    /** The same of a column in which no number may be missing. */
    static Feature target(Table training, String column) {
        return standardised(Kind.TARGET, training, column);
    }

    private static Feature standardised(Kind kind, Table training, String column) {
        double[] numbers = training.numbers(column);
        double first = Double.NaN;
        int count = 0;
        double sum = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                first = count == 0 ? number : first;
                count++;
                sum += number - first;
            }
        }
        if (count == 0) {
            throw new DataException("column " + column + " has no number to standardise it by");
        }
        double mean = first + sum / count;
        double squares = 0;
        for (double number : numbers) {
            squares += Double.isNaN(number) ? 0 : (number - mean) * (number - mean);
        }
        double deviation = Math.sqrt(squares / count);
        if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
            throw new DataException("column " + column + " has numbers too large to standardise");
        }
        return new Feature(kind, column, mean, deviation > 0 ? deviation : 1, List.of());
    }

    static Feature oneHot(Table training, String column) {
        return new Feature(Kind.ONE_HOT, column, 0, 1, categories(training, column));
    }

    static Feature category(Table training, String column) {
        return new Feature(Kind.CATEGORY, column, 0, 1, categories(training, column));
    }

    private static List<String> categories(Table training, String column) {
        TreeSet<String> categories = new TreeSet<>(Feature::compare);
        for (int row = 0; row < training.rows(); row++) {
            if (!training.isMissing(row, column)) {
                categories.add(training.text(row, column));
            }
        }
        return List.copyOf(categories);
    }

    /** Whole numbers before all else, by size; the rest by their characters. */
    private static int compare(String a, String b) {
        boolean isNumber = a.matches("-?\\d{1,18}");
        if (isNumber != b.matches("-?\\d{1,18}")) {
            return isNumber ? -1 : 1;
        }
        int bySize = isNumber ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : 0;
        return bySize != 0 ? bySize : a.compareTo(b);
    }

    /** The number of a row's category, less than 0 if it has none. */
    private int category(Table table, int row) {
        return table.isMissing(row, column)
                ? -1
                : Collections.binarySearch(categories, table.text(row, column), Feature::compare);
    }

    /** How many elements it gives. */
    int elements() {
        return kind == Kind.ONE_HOT ? categories.size() : 1;
    }

    /** Writes the elements of a row, which are 0 so far. */
    void write(Table table, int row, double[] elements, int at) {
        if (kind == Kind.ONE_HOT) {
            int category = category(table, row);
            if (category >= 0) {
                elements[at + category] = 1;
            }
        } else if (kind == Kind.CATEGORY) {
            int category = category(table, row);
            if (category < 0) {
                throw table.wrong(row, column, "one of " + categories);
            }
            elements[at] = category;
        } else {
            double number = table.number(row, column);
            if (Double.isNaN(number) && kind != Kind.STANDARDISED) {
                throw table.wrong(row, column, "a number");
            }
            elements[at] = Double.isNaN(number) ? 0 : (number - mean) / deviation;
        }
    }
}
