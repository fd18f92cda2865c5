// Written by Leibniz from Linear.nn, anew at each build.
package samples.regression;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Team;
import dev.leibniz.runtime.Workers;

/**
 * The passes of {@link Linear} run by several threads at once, each with a share of the rows.
 */
@Generated(
        source = "Linear.nn",
        by = "leibniz"
)
final class LinearTeam implements Team.Pass {
    private final Team team;

    /**
     * Which of the passes is run.
     */
    private int operation;

    private int N;

    private double[] x;

    private double[] parameters;

    private double[] prediction;

    private Linear.Workspace workspace;

    private double[] y;

    private double[] gradient;

    LinearTeam(Workers workers) {
        team = new Team(workers);
    }

    boolean sharesPredict(long N) {
        return team.shares(21 * N);
    }

    void predict(int N, double[] x, double[] parameters, double[] prediction,
            Linear.Workspace workspace) {
        this.N = N;
        this.x = x;
        this.parameters = parameters;
        this.prediction = prediction;
        this.workspace = workspace;
        operation = 0;
        try {
            team.run(this);
        } finally {
            forget();
        }
    }

    boolean sharesEvaluate(long N) {
        return team.shares(24 * N + 1);
    }

    void evaluate(int N, double[] x, double[] y, double[] parameters, Linear.Workspace workspace) {
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
        return team.shares(46 * N + 4);
    }

    void train(int N, double[] x, double[] y, double[] parameters, Linear.Workspace workspace,
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
                LinearForward.predict(N, x, parameters, prediction, workspace, share);
            }
            case 1 -> {
                LinearForward.evaluate(N, x, y, parameters, workspace, share);
            }
            default -> {
                LinearForward.train(N, x, y, parameters, workspace, share);
                share.await();
                LinearBackward.train(N, x, gradient, workspace, share);
            }
        }
    }

    private void forget() {
        x = null;
        parameters = null;
        prediction = null;
        workspace = null;
        y = null;
        gradient = null;
    }
}
