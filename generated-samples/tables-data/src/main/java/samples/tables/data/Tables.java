package samples.tables.data;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The tables on the class path. */
public final class Tables {
    private Tables() {}

    /** 150 irises: four lengths, three kinds. */
    public static Table iris() {
        return classes("iris", "iris.csv", "sepal length", "sepal width", "petal length", "petal width");
    }

    /** 178 wines: 13 measurements, three growers. */
    public static Table wine() {
        return classes(
                "wine",
                "wine_data.csv",
                "alcohol",
                "malic acid",
                "ash",
                "alcalinity of ash",
                "magnesium",
                "phenols",
                "flavanoids",
                "other phenols",
                "proanthocyanins",
                "colour intensity",
                "hue",
                "OD280/OD315",
                "proline");
    }

    /** 569 tumours: 30 measurements of cell nuclei, malignant (0) or benign (1). */
    public static Table breastCancer() {
        List<String> columns = new ArrayList<>();
        for (String kind : List.of("mean ", "error of ", "worst ")) {
            for (String column : List.of(
                    "radius",
                    "texture",
                    "perimeter",
                    "area",
                    "smoothness",
                    "compactness",
                    "concavity",
                    "concave points",
                    "symmetry",
                    "fractal dimension")) {
                columns.add(kind + column);
            }
        }
        return classes("breast cancer", "breast_cancer.csv", columns.toArray(String[]::new));
    }

    /** 442 patients: ten measurements, how far diabetes had gone a year later. */
    public static Table diabetes() {
        double[] features = numbers(lines("diabetes_data_raw.csv.gz"), " ");
        double[] targets = numbers(lines("diabetes_target.csv.gz"), " ");
        List<String> columns = List.of(
                "age",
                "sex",
                "body mass index",
                "blood pressure",
                "cholesterol",
                "LDL",
                "HDL",
                "cholesterol / HDL",
                "log triglycerides",
                "blood sugar");
        return new Table("diabetes", columns, features, targets);
    }

    /** A file whose first line is about the others, each of them the features and the class. */
    private static Table classes(String name, String resource, String... columns) {
        List<String> lines = lines(resource);
        double[] numbers = numbers(lines.subList(1, lines.size()), ",");
        int width = columns.length;
        double[] features = new double[(lines.size() - 1) * width];
        double[] targets = new double[lines.size() - 1];
        for (int row = 0; row < targets.length; row++) {
            System.arraycopy(numbers, row * (width + 1), features, row * width, width);
            targets[row] = numbers[row * (width + 1) + width];
        }
        return new Table(name, List.of(columns), features, targets);
    }

    private static double[] numbers(List<String> lines, String separator) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(separator)))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<String> lines(String resource) {
        try (InputStream file = Tables.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(resource + " is not on the class path beside " + Tables.class);
            }
            InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(file) : file;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
