// Written by Leibniz from Digits.nn, anew at each build.
package samples.digits;

import dev.leibniz.runtime.Generated;
import dev.leibniz.runtime.Share;
import dev.leibniz.runtime.Team;
import dev.leibniz.runtime.Workers;

/**
 * The passes of {@link Digits} run by several threads at once, each with a share of the rows.
 */
@Generated(
        source = "Digits.nn",
        by = "leibniz"
)
final class DigitsTeam implements Team.Pass {
    private final Team team;

    /**
     * Which of the passes is run.
     */
    private int operation;

    private int N;

    private float[] image;

    private float[] parameters;

    private float[] digit;

    private Digits.Workspace workspace;

    private int[] label;

    private float[] gradient;

    DigitsTeam(Workers workers) {
        team = new Team(workers);
    }

    boolean sharesPredict(long N) {
        return team.shares(9673 * N);
    }

    void predict(int N, float[] image, float[] parameters, float[] digit,
            Digits.Workspace workspace) {
        this.N = N;
        this.image = image;
        this.parameters = parameters;
        this.digit = digit;
        this.workspace = workspace;
        operation = 0;
        try {
            team.run(this);
        } finally {
            forget();
        }
    }

    boolean sharesEvaluate(long N) {
        return team.shares(9708 * N + 2);
    }

    void evaluate(int N, float[] image, int[] label, float[] parameters,
            Digits.Workspace workspace) {
        this.N = N;
        this.image = image;
        this.label = label;
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
        return team.shares(20639 * N + 3);
    }

    void train(int N, float[] image, int[] label, float[] parameters, Digits.Workspace workspace,
            float[] gradient) {
        this.N = N;
        this.image = image;
        this.label = label;
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
                DigitsForward.predict(N, image, parameters, digit, workspace, share);
            }
            case 1 -> {
                DigitsForward.evaluate(N, image, label, parameters, workspace, share);
            }
            default -> {
                DigitsForward.train(N, image, label, parameters, workspace, share);
                share.await();
                DigitsBackward.train(N, image, label, parameters, gradient, workspace, share);
            }
        }
    }

    private void forget() {
        image = null;
        parameters = null;
        digit = null;
        workspace = null;
        label = null;
        gradient = null;
    }
}
