package dev.leibniz.compiler.cli;

import dev.leibniz.training.data.DataException;
import dev.leibniz.training.data.Preparation;
import dev.leibniz.training.data.Table;
import java.io.IOException;

/** Bytes as a table: numbers and categories, or what is wrong at which place. */
public final class CsvFuzz {
    /** Of a column of more words there would be as many elements in each row. */
    private static final int MOST_ROWS = 100;

    private static final int MOST_COLUMNS = 50;

    private CsvFuzz() {}

    public static void fuzzerInitialize() throws IOException {
        FuzzTarget.CSV.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, file -> {
            refusable(() -> use(Table.read(file)));
            refusable(
                    () -> use(Table.read(file, Table.Format.CSV.separatedBy(';').withColumns("a", "b"))));
        });
    }

    private interface Use {
        void run() throws IOException;
    }

    private static void refusable(Use use) throws IOException {
        try {
            use.run();
        } catch (DataException refused) {
            FuzzMessage.require(refused);
        }
    }

    private static void use(Table table) throws IOException {
        for (String column : table.columns()) {
            refusable(() -> table.numbers(column));
        }
        if (table.rows() > MOST_ROWS || table.columns().size() > MOST_COLUMNS) {
            return;
        }
        for (String column : table.columns()) {
            refusable(() -> fit(Preparation.builder().input("x").standardised(column), table));
            refusable(() -> fit(Preparation.builder().input("x").oneHot(column), table));
            refusable(() -> fit(Preparation.builder().input("x").category(column), table));
        }
    }

    private static void fit(Preparation.Builder builder, Table table) {
        builder.fit(table).apply(table).doubles("x");
    }
}
