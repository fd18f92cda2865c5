package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values computed by one kernel, sharing the loops of one domain. It may begin with a contraction, whose result the other members then read while it is hot.
 */
final class Cluster {
    /** Beyond this many members a kernel's method would become too large for HotSpot to compile. */
    static final int MOST_MEMBERS = 48;

    /**
     * More of what it reads and computes never meets in one kernel: each that lies in memory is an array and an offset of the kernel's method, which has at most 255
     * parameters.
     */
    static final int MOST_BUFFERS = 100;

    private final int number;
    private final Domain domain;
    private final boolean forward;
    private final boolean open;
    private final List<Value> members = new ArrayList<>();
    private final Set<Value> reads = new LinkedHashSet<>();
    private final BitSet ancestors = new BitSet();
    private final Set<Cluster> users = new LinkedHashSet<>();

    /**
     * @param forward whether the loss, a metric or an output needs it
     * @param open whether further values may join
     */
    Cluster(int number, Domain domain, boolean forward, boolean open) {
        this.number = number;
        this.domain = domain;
        this.forward = forward;
        this.open = open;
    }

    int number() {
        return number;
    }

    Domain domain() {
        return domain;
    }

    boolean forward() {
        return forward;
    }

    boolean open() {
        return open && members.size() < MOST_MEMBERS;
    }

    /** The values it computes, operands before users. */
    List<Value> members() {
        return members;
    }

    Value head() {
        return members.get(0);
    }

    /** The values of other clusters, and leaves, that it reads. */
    Set<Value> reads() {
        return reads;
    }

    /** Whether a value that reads all this may join without there being too many buffers. */
    boolean hasRoomFor(Set<Value> read) {
        long more = read.stream()
                .filter(value -> !reads.contains(value) && !members.contains(value))
                .count();
        return reads.size() + more + members.size() + 1 <= MOST_BUFFERS;
    }

    /** The numbers of all clusters that must run before. */
    BitSet ancestors() {
        return ancestors;
    }

    /** The clusters that read what it computes. */
    Set<Cluster> users() {
        return users;
    }
}
