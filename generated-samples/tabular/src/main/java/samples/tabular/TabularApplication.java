package samples.tabular;

import dev.leibniz.runtime.Model;
import java.util.List;
import java.util.Locale;
import samples.tables.data.Standardisation;
import samples.tables.data.Table;
import samples.tables.data.Tables;

/** Compares the linear models and the networks of {@code Tabular.nn} on rows they have not seen. */
public final class TabularApplication {
    private static final long SEED = 1;
    private static final int FOLDS = 5;
    private static final int STEPS = 150;
    private static final int BAR = 50;

    private TabularApplication() {}

    /** A table, and what makes the network for it; all networks are used through one interface. */
    record Task(Table table, Model.Factory network, boolean classes) {}

    /** How good the two are: the share of rows told right, or the share of the variance explained. */
    record Scores(double linear, double deep) {}

    static final List<Task> TASKS = List.of(
            new Task(Tables.iris(), new Iris.Factory(), true),
            new Task(Tables.wine(), new Wine.Factory(), true),
            new Task(Tables.breastCancer(), new BreastCancer.Factory(), true),
            new Task(Tables.diabetes(), new Diabetes.Factory(), false));

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.printf(
                "Each table is cut in %d parts; each part is predicted by models that learned from the others.%n%n",
                FOLDS);
        for (Task task : TASKS) {
            Scores scores = crossValidate(task);
            System.out.printf(
                    "%s: %d rows, %d columns, %s%n",
                    task.table().name(),
                    task.table().count(),
                    task.table().width(),
                    task.classes() ? "rows told right" : "variance explained");
            print("linear", scores.linear());
            print("network", scores.deep());
            System.out.println();
        }
    }

    /** Means over the parts of a table, each predicted by models that were trained on the others. */
    static Scores crossValidate(Task task) {
        double linear = 0;
        double deep = 0;
        for (Table.Fold fold : task.table().shuffled(SEED).folds(FOLDS)) {
            Scores scores = trainAndTest(task, fold);
            linear += scores.linear() / FOLDS;
            deep += scores.deep() / FOLDS;
        }
        return new Scores(linear, deep);
    }

    private static Scores trainAndTest(Task task, Table.Fold fold) {
        Standardisation standard = Standardisation.of(fold.train());
        Object[] train = inputs(task, standard, fold.train());
        Model model = task.network().initialise(SEED);
        int rows = fold.train().count();
        Model.Training training = model.training(rows);
        for (int step = 0; step < STEPS; step++) {
            training.step(train, new int[] {rows});
        }
        double[] results = model.evaluate(
                inputs(task, standard, fold.test()), new int[] {fold.test().count()});
        return new Scores(results[1], results[2]);
    }

    /** The measurements, scaled as those of the training rows have to be, and what is to be told from them. */
    private static Object[] inputs(Task task, Standardisation standard, Table table) {
        return new Object[] {
            Table.floats(standard.apply(table).features()),
            task.classes() ? table.labels() : Table.floats(standard.targets(table))
        };
    }

    private static void print(String model, double score) {
        int length = (int) Math.round(Math.max(0, score) * BAR);
        System.out.printf(
                Locale.ROOT,
                "  %-8s %5.1f %%  |%s%s|%n",
                model,
                100 * score,
                "#".repeat(length),
                " ".repeat(BAR - length));
    }
}
