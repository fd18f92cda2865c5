// Written by Leibniz from Logistic.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Team;
import dev.leibniz.runtime.Workers;

/**
 * The passes of {@link Logistic} run by several threads at once, each with a share of the rows.
 */
@Generated(
        source = "Logistic.nn",
        by = "leibniz"
)
final class LogisticTeam implements Team.Pass {
    private final Team team;

    /**
     * Which of the passes is run.
     */
    private int operation;

    private int N;

    private double[] x;

    private double[] parameters;

    private double[] probability;

    private Logistic.Workspace workspace;

    private double[] y;

    private double[] gradient;

    LogisticTeam(Workers workers) {
        team = new Team(workers);
    }

    boolean sharesPredict(long N) {
        return team.shares(62 * N);
    }

    void predict(int N, double[] x, double[] parameters, double[] probability,
            Logistic.Workspace workspace) {
        this.N = N;
        this.x = x;
        this.parameters = parameters;
        this.probability = probability;
        this.workspace = workspace;
        operation = 0;
        try {
            team.run(this);
        } finally {
            forget();
        }
    }

    boolean sharesEvaluate(long N) {
        return team.shares(76 * N + 64);
    }

    void evaluate(int N, double[] x, double[] y, double[] parameters,
            Logistic.Workspace workspace) {
        this.N = N;
        this.x = x;
        this.y = y;
        this.parameters = parameters;
        this.workspace = workspace;
        operation = 1;
        try {
            team.run(this);
        } finally {
            forget();
        }
    }

    boolean sharesTrain(long N) {
        return team.shares(140 * N + 127);
    }

    void train(int N, double[] x, double[] y, double[] parameters, Logistic.Workspace workspace,
            double[] gradient) {
        this.N = N;
        this.x = x;
        this.y = y;
        this.parameters = parameters;
        this.workspace = workspace;
        this.gradient = gradient;
        operation = 2;
        try {
            team.run(this);
        } finally {
            forget();
        }
    }

    @Override
    public void run(Share share) {
        switch (operation) {
            case 0 -> {
                LogisticForward.predict(N, x, parameters, probability, workspace, share);
            }
            case 1 -> {
                LogisticForward.evaluate(N, x, y, parameters, workspace, share);
            }
            default -> {
                LogisticForward.train(N, x, y, parameters, workspace, share);
                share.await();
                LogisticBackward.train(N, x, y, parameters, gradient, workspace, share);
            }
        }
    }

    private void forget() {
        x = null;
        parameters = null;
        probability = null;
        workspace = null;
        y = null;
        gradient = null;
    }
}
