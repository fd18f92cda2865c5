package dev.leibniz.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), text);
    }

    @Test
    void fieldsAreReadByTheNamesOfTheFirstLine() throws IOException {
        Table table = Table.read(file("\uFEFFname, age ,city\r\n\"Li, Na\",31,\"Xi\"\"an\"\r\nBo,NA, Oslo \r\n"));
        assertThat(table.columns()).containsExactly("name", "age", "city");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.text(0, "name")).isEqualTo("Li, Na");
        assertThat(table.text(0, "city")).isEqualTo("Xi\"an");
        assertThat(table.text(1, "city")).isEqualTo("Oslo");
        assertThat(table.numbers("age")).isEqualTo(new double[] {31, Double.NaN});
    }

    @Test
    void formatsHaveOtherSeparatorsNamesAndMissingValues() throws IOException {
        Table.Format format =
                Table.Format.CSV.separatedBy(';').withColumns("a", "b").withMissing("?");
        Table table = Table.read(file("1;2\n?;4\n"), format);
        assertThat(table.numbers("a")).isEqualTo(new double[] {1, Double.NaN});
        assertThat(table.numbers("b")).isEqualTo(new double[] {2, 4});
    }

    @Test
    void mistakesSayWhere() throws IOException {
        Table table = Table.read(file("name,age\n\"two\nlines\",1\nBo,old\n"));
        assertThatThrownBy(() -> table.numbers("age"))
                .hasMessage("people.csv:4: column 2 (age): expected a number, found 'old'");
        assertThatThrownBy(() -> table.select(1).numbers("age"))
                .hasMessage("people.csv:4: column 2 (age): expected a number, found 'old'");
        assertThatThrownBy(() -> table.numbers("size"))
                .hasMessage("people.csv: no column is called 'size', but [name, age]");
        assertThatThrownBy(() -> Table.read(file("a,b\n1,2\n1,2,3\n")))
                .hasMessage("people.csv:3: expected 2 fields, found 3");
        assertThatThrownBy(() -> Table.read(file("a,b,a\n1,2,3\n")))
                .hasMessage("people.csv: columns 1 and 3 are both called 'a'");
    }

    @Test
    void onlyNumbersAreNumbers() throws IOException {
        Table table = Table.read(file("v\n1e3\n-.5\n+2.\n\n12d\n0x1p3\n1e999\nInfinity\n"));
        assertThat(table.rows()).isEqualTo(8);
        assertThat(table.number(0, "v")).isEqualTo(1000);
        assertThat(table.number(1, "v")).isEqualTo(-0.5);
        assertThat(table.number(2, "v")).isEqualTo(2);
        assertThat(table.isMissing(3, "v")).isTrue();
        for (int row = 4; row < 8; row++) {
            int at = row;
            assertThatThrownBy(() -> table.number(at, "v"))
                    .hasMessageStartingWith("people.csv:" + (at + 2) + ": column 1");
        }
    }

    @Test
    void aFieldOfAMillionDigitsIsReadAtOnce() throws IOException {
        Table table = Table.read(file("v\n" + "1".repeat(1_000_000) + "x\n0." + "0".repeat(1_000_000) + "1\n"));
        assertThatThrownBy(() -> table.number(0, "v"))
                .hasMessageStartingWith("people.csv:2: column 1 (v): expected a number, found '111")
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(1100));
        assertThat(table.number(1, "v")).isZero();
    }

    @Test
    void tablesHaveAtMostSixteenThousandColumns() throws IOException {
        Table table = Table.read(file(wide(16_384)));
        assertThat(table.columns()).hasSize(16_384);
        assertThat(table.number(0, "c16383")).isEqualTo(1);
        assertThatThrownBy(() -> table.number(0, "d"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(1100));
        assertThatThrownBy(() -> Table.read(file(wide(1_000_000))))
                .isInstanceOf(DataException.class)
                .hasMessage("people.csv:1: record starting at line 1 has surpassed the maximum limit of 16384 fields");
    }

    private static String wide(int columns) {
        StringBuilder text = new StringBuilder("c0");
        for (int i = 1; i < columns; i++) {
            text.append(",c").append(i);
        }
        return text.append("\n0").append(",1".repeat(columns - 1)).append('\n').toString();
    }

    @Test
    void fieldsMayHoldAnyCharacter() throws IOException {
        Table table = Table.read(file("k,l\n\0,\"a\n\"\"b\"\n\u200b,\ud83d\ude00\n"));
        assertThat(table.text(0, "k")).isEqualTo("\0");
        assertThat(table.text(0, "l")).isEqualTo("a\n\"b");
        assertThat(table.text(1, "l")).isEqualTo("\ud83d\ude00");
        assertThatThrownBy(() -> table.number(0, "k")).hasMessageStartingWith("people.csv:2: column 1");
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws IOException {
        assertThatThrownBy(() -> Table.read(file("")))
                .hasMessage("people.csv is empty: expected a line with the names of the columns");
        assertThatThrownBy(() -> Table.read(file("a,b\n5,6\n\"1,2\n3,4\n")))
                .isInstanceOf(DataException.class)
                .hasMessage("people.csv:3: unclosed quoted field at end of input");
        Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', '\n', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> Table.read(latin)).hasMessage("latin.csv is not UTF-8");
        assertThat(Table.read(file("a,b\n")).rows()).isZero();
    }

    @Test
    void partsKeepTheirLines() throws IOException {
        Table table = Table.read(file("n\n0\n1\n2\n3\n4\n5\n6\n7\n8\nnine\n"));
        int found = 0;
        for (Table part : table.split(5, 0.5, 0.5)) {
            assertThat(part.rows()).isEqualTo(5);
            for (int row = 0; row < part.rows(); row++) {
                int at = row;
                if (part.text(row, "n").equals("nine")) {
                    found++;
                    assertThatThrownBy(() -> part.number(at, "n")).hasMessageStartingWith("people.csv:11:");
                }
            }
        }
        assertThat(found).isEqualTo(1);
    }
}
