package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.source.Spelling;
import dev.leibniz.runtime.Model;
import dev.leibniz.training.data.DataException;
import dev.leibniz.training.data.Preparation;
import dev.leibniz.training.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns of a table go into which input of a network, where people have not said so. */
final class TableInputs {
    private final Model model;
    private final Table table;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Map<String, Long> sizes;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    /**
     * @param given the columns of some inputs, between commas
     * @param sizes values of free sizes
     */
    TableInputs(Model model, Table table, Map<String, String> given, Map<String, Long> sizes) {
        this.model = model;
        this.table = table;
        given.forEach((input, text) -> this.given.put(input, List.of(text.split("\\s*,\\s*"))));
        this.sizes = sizes;
    }

    /**
     * A preparation fitted on the table.
     *
     * @throws Failure if an input has no column, or columns that give another number of elements
     */
    Preparation prepare() {
        requireInputs();
        model.inputs().forEach(this::choose);
        Preparation.Builder builder = Preparation.builder();
        for (int number = 0; number < model.inputs().size(); number++) {
            Model.Tensor input = model.inputs().get(number);
            boolean isTarget =
                    !model.outputs().isEmpty() && !model.predictionInputs().contains(number);
            builder.input(input.name());
            for (String column : columns.get(input.name())) {
                if (input.type().equals("int")) {
                    builder.category(column);
                } else if (isNumeric(column) && isTarget) {
                    builder.target(column);
                } else if (isNumeric(column)) {
                    builder.standardised(column);
                } else {
                    builder.oneHot(column);
                }
            }
        }
        Preparation preparation = builder.fit(table);
        model.inputs().forEach(input -> requireElements(input, preparation));
        return preparation;
    }

    /** What goes where, a line for each input. */
    List<String> text() {
        List<String> lines = new ArrayList<>();
        columns.forEach((input, names) -> lines.add(input + ": " + String.join(", ", names)));
        return lines;
    }

    private void requireInputs() {
        List<String> names = model.inputs().stream().map(Model.Tensor::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw Failure.usage(
                        "no-input", model.name() + " has no input `" + name + "`", help(name, "inputs", names));
            }
        }
    }

    private void choose(Model.Tensor input) {
        List<String> chosen;
        if (given.containsKey(input.name())) {
            chosen = given.get(input.name());
            chosen.forEach(this::requireColumn);
        } else if (table.columns().contains(input.name()) && elements(input) == 1) {
            chosen = List.of(input.name());
        } else if (elements(input) == 1) {
            throw Failure.usage(
                    "no-column",
                    "input `" + input.name() + "` takes one element a row, and the table has no column of that name",
                    "choose one with --input " + input.name() + "=COLUMN; its columns are "
                            + String.join(", ", table.columns()));
        } else {
            chosen = table.columns().stream().filter(this::isLeft).toList();
        }
        columns.put(input.name(), chosen);
    }

    private void requireColumn(String column) {
        if (!table.columns().contains(column)) {
            throw Failure.usage(
                    "no-column", "the table has no column `" + column + "`", help(column, "columns", table.columns()));
        }
    }

    private static String help(String name, String kind, List<String> names) {
        return Spelling.closest(name, names)
                .map(closest -> "did you mean `" + closest + "`?")
                .orElse("its " + kind + " are " + String.join(", ", names));
    }

    /** Whether no input takes the column by its name or by what was said. */
    private boolean isLeft(String column) {
        return columns.values().stream().noneMatch(taken -> taken.contains(column))
                && given.values().stream().noneMatch(taken -> taken.contains(column))
                && model.inputs().stream().noneMatch(input -> input.name().equals(column));
    }

    private boolean isNumeric(String column) {
        try {
            table.numbers(column);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    /** How many elements a row has of an input; −1 if a size is not known. */
    private long elements(Model.Tensor input) {
        long elements = 1;
        for (String size : input.shape()
                .subList(Math.min(1, input.shape().size()), input.shape().size())) {
            Long value = size.matches("\\d{1,9}") ? Long.valueOf(size) : sizes.get(size);
            if (value == null) {
                return -1;
            }
            elements *= value;
        }
        return elements;
    }

    private void requireElements(Model.Tensor input, Preparation preparation) {
        long needed = elements(input);
        int found = preparation.elements(input.name());
        if (needed >= 0 && needed != found) {
            throw Failure.of(
                    "columns",
                    "input `" + input.name() + "` takes " + needed + " elements a row, its columns give " + found + ": "
                            + String.join(", ", columns.get(input.name())),
                    "choose its columns with --input " + input.name()
                            + "=COLUMN,…; a column of words gives one element for " + "each of them");
        }
    }
}
