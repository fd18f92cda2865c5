package demo;

/** Says which kernels run, and what a network predicts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        float[] p = Threes.initialise(1).predict(new float[] {1, 2, 3, 4, 5});
        System.out.println(Threes.KERNELS.getClass().getSimpleName() + " " + Math.round(p[0] + p[1] + p[2]));
    }
}
