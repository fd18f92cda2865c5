package dev.leibniz.spark;

/**
 * A round as it is planned or was measured: who takes part, how much there is to compute and to send.
 *
 * @param nodes processes that compute
 * @param cores tasks that each of them computes at the same time
 * @param partitions tasks of the round
 * @param taskSeconds what a task computes
 * @param bytesDown what each process has to receive
 * @param bytesUp what each partition has to give
 * @param isDeterministic whether the driver receives from all partitions, or sums of some
 * @param bandwidth bytes a second between nodes; infinite on one machine
 */
public record RoundShape(
        int nodes,
        int cores,
        int partitions,
        double taskSeconds,
        double bytesDown,
        double bytesUp,
        boolean isDeterministic,
        double bandwidth) {
    /** How often all cores are busy before all tasks are done. */
    public long waves() {
        long all = (long) nodes * cores;
        return (partitions + all - 1) / all;
    }

    /** Bytes that pass one after the other: down along a tree in which whoever has received sends too, up to the driver, by way of sums of some partitions where Spark makes these. */
    public double bytesInARow() {
        double stages = Math.ceil(Math.log(nodes + 1.0) / Math.log(2));
        long groups = Math.max((long) Math.ceil(Math.sqrt(partitions)), 2);
        long each = (partitions + groups - 1) / groups;
        boolean isTree = !isDeterministic && partitions > groups + each;
        return stages * bytesDown + (isTree ? each + groups : partitions) * bytesUp;
    }
}
