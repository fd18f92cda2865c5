package dev.leibniz.runtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one thread of a {@link Team} does of a pass: of each kernel whose rows can be computed apart its range of them, and
 * alone what cannot be split, if it is the first. Ranges depend on nothing but the number of rows and of threads.
 */
public final class Share {
    /** All of a pass: the share of a thread that works alone. */
    public static final Share WHOLE = new Share(null, 0, 1);

    /** Borders between ranges of at least so many rows are multiples of the height of matrix tiles. */
    private static final int TILE = 8;

    /** Elements of a block: each is computed alike wherever the borders are, if these are multiples of it. */
    private static final int BLOCK = 256;

    private final @Nullable Team team;
    private final int index;
    private final int count;
    private volatile @Nullable Thread parked;

    Share(@Nullable Team team, int index, int count) {
        this.team = team;
        this.index = index;
        this.count = count;
    }

    /** Its number among the shares of the team, from 0. */
    public int index() {
        return index;
    }

    /** Whether it does what cannot be split. */
    public boolean isFirst() {
        return index == 0;
    }

    /** The first of its rows. */
    public int from(int rows) {
        return count == 1 ? 0 : border(rows, index);
    }

    /** The row behind its last one. */
    public int to(int rows) {
        return count == 1 ? rows : border(rows, index + 1);
    }

    /** The first of its rows, if these are elements that run in the lanes of vectors, block by block. */
    public int fromLane(int rows) {
        return count == 1 ? 0 : laneBorder(rows, index);
    }

    /** The row behind the last one of these. */
    public int toLane(int rows) {
        return count == 1 ? rows : laneBorder(rows, index + 1);
    }

    private int laneBorder(int rows, int number) {
        if (number == count) {
            return rows;
        }
        long blocks = ((long) rows + BLOCK - 1) / BLOCK;
        return (int) Math.min(rows, blocks * number / count * BLOCK);
    }

    private int border(int rows, int number) {
        if (number == count) {
            return rows;
        }
        int border = (int) ((long) rows * number / count);
        return rows >= 2 * TILE * count ? (border + TILE / 2) / TILE * TILE : border;
    }

    /** Waits until all threads of the team have come here; each then sees what the others have written. */
    public void await() {
        if (team != null) {
            team.await(this);
        }
    }

    void park() {
        parked = Thread.currentThread();
    }

    void unparked() {
        parked = null;
    }

    void unpark() {
        Thread waiting = parked;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
