package dev.leibniz.training.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of text fields under named columns, as a CSV file has them. Each row knows the line it came from. */
public final class Table {
    /**
     * How a file is to be read.
     *
     * @param separator between the fields of a row
     * @param columns the names of the columns; none if the first line has them
     * @param missing fields that say that a value is missing, without regard to blanks around them
     */
    public record Format(char separator, List<String> columns, Set<String> missing) {
        /** Commas; names in the first line; empty fields, {@code NA} and {@code NaN} are missing. */
        public static final Format CSV = new Format(',', List.of(), Set.of("", "NA", "NaN"));

        public Format {
            columns = List.copyOf(columns);
            missing = Set.copyOf(missing);
        }

        /** The same with another separator. */
        public Format separatedBy(char other) {
            return new Format(other, columns, missing);
        }

        /** The same for files whose first line is a row. */
        public Format withColumns(String... names) {
            return new Format(separator, List.of(names), missing);
        }

        /** The same with other fields for missing values. */
        public Format withMissing(String... fields) {
            return new Format(separator, columns, Set.of(fields));
        }
    }

    /** Never goes back on digits, of which a field may have a million. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][-+]?\\d++)?");

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern PARENTHESES = Pattern.compile(" \\(record starting at line \\d+\\)$");

    private final String source;
    private final Map<String, Integer> columns;
    private final List<String[]> rows;
    private final long[] lines;
    private final Set<String> missing;

    private Table(String source, Map<String, Integer> columns, List<String[]> rows, long[] lines, Set<String> missing) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.lines = lines;
        this.missing = missing;
    }

    /** Reads a CSV file (RFC 4180) in UTF-8 whose first line names the columns. */
    public static Table read(Path csv) throws IOException {
        return read(csv, Format.CSV);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws DataException if a row has more or fewer fields than there are columns, or two columns have the same name
     */
    public static Table read(Path file, Format format) throws IOException {
        String source = String.valueOf(file.getFileName());
        Map<String, Integer> columns = columns(source, format.columns());
        List<String[]> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (BufferedReader text = withoutMark(Files.newBufferedReader(file));
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(format.separator())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .skipEmptyLines(false)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                boolean isBlank = row.getFieldCount() == 1 && row.getField(0).isBlank();
                if (isBlank && columns.size() != 1) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = columns(source, row.getFields());
                    continue;
                }
                if (row.getFieldCount() != columns.size()) {
                    throw new DataException(source + ":" + row.getStartingLineNumber() + ": expected " + columns.size()
                            + " fields, found " + row.getFieldCount());
                }
                rows.add(row.getFields().toArray(new String[0]));
                lines.add(row.getStartingLineNumber());
            }
        } catch (CsvParseException e) {
            throw unreadable(source, String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()));
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw new DataException(source + " is not UTF-8");
        }
        if (columns.isEmpty()) {
            throw new DataException(source + " is empty: expected a line with the names of the columns");
        }
        return new Table(
                source, columns, rows, lines.stream().mapToLong(line -> line).toArray(), format.missing());
    }

    /** What to throw where the parser says that a record is none: its words behind the line that they tell of. */
    private static DataException unreadable(String source, String message) {
        Matcher line = LINE.matcher(message);
        String place = line.find() ? source + ":" + line.group(1) : source;
        String text = PARENTHESES.matcher(message).replaceFirst("");
        return new DataException(place + ": " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
    }

    /** Behind the mark that some programs begin UTF-8 files with. */
    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static Map<String, Integer> columns(String source, List<String> names) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : names) {
            Integer before = columns.putIfAbsent(name.strip(), columns.size());
            if (before != null) {
                throw new DataException(source + ": columns " + (before + 1) + " and " + (columns.size() + 1)
                        + " are both called '" + name.strip() + "'");
            }
        }
        return columns;
    }

    /** How many rows there are, without the names of the columns. */
    public int rows() {
        return rows.size();
    }

    /** The names of the columns. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Whether a field says that its value is missing. */
    public boolean isMissing(int row, String column) {
        return missing.contains(text(row, column));
    }

    /** A field without blanks around it. */
    public String text(int row, String column) {
        return rows.get(row)[number(column)].strip();
    }

    /**
     * A field as a number, NaN if it is missing.
     *
     * @throws DataException if it is neither
     */
    public double number(int row, String column) {
        if (isMissing(row, column)) {
            return Double.NaN;
        }
        String text = text(row, column);
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(row, column, "a number");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw wrong(row, column, "a number that a double holds");
        }
        return number;
    }

    /** The fields of a column as numbers, NaN where they are missing. */
    public double[] numbers(String column) {
        double[] numbers = new double[rows()];
        Arrays.setAll(numbers, row -> number(row, column));
        return numbers;
    }

    /** Some of the rows, in that order. */
    public Table select(int... chosen) {
        List<String[]> some = new ArrayList<>(chosen.length);
        long[] from = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            some.add(rows.get(chosen[i]));
            from[i] = lines[chosen[i]];
        }
        return new Table(source, columns, some, from, missing);
    }

    /** Parts of the table, as {@link Dataset#split} makes them. */
    public List<Table> split(long seed, double... shares) {
        return RandomOrder.split(rows(), seed, shares).stream()
                .map(this::select)
                .toList();
    }

    private int number(String column) {
        Integer number = columns.get(column);
        if (number == null) {
            throw new DataException(source + ": no column is called '" + column + "', but " + columns());
        }
        return number;
    }

    /** What to throw for a field: where it is, what was expected, what was found. */
    DataException wrong(int row, String column, String expected) {
        String text = text(row, column);
        String found = text.isEmpty() ? "nothing" : "'" + text + "'";
        return new DataException(source + ":" + lines[row] + ": column " + (number(column) + 1) + " (" + column
                + "): expected " + expected + ", found " + found);
    }
}
