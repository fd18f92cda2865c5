package dev.leibniz.runtime.kernel;

/** Matrix products in plain Java, for every JVM. Each element is the sum of its products in the order of k. */
public final class PlainMatMul {
    private PlainMatMul() {}

    /** Elements of scratch memory that such a product needs whatever its strides, and one of fewer rows too. */
    public static int scratchLength(int m, int n, int k) {
        boolean small = n < PlainFloatMatMul.NARROW || (long) m * n * k <= PlainFloatMatMul.TINY;
        return small ? 0 : PlainFloatMatMul.SCRATCH;
    }

    /** Elements of scratch memory that such a product of tensors needs, and one of fewer rows too. */
    public static int tensorScratchLength(int m, int n, int k) {
        return PlainFloatMatMul.TENSOR_SCRATCH;
    }

    /**
     * C[m, n] = A[m, k] · B[k, n], or C += A · B. Element (i, j) of a matrix lies at offset + i·row + j·column; A and B may have
     * any strides, 0 included; those of C are {@code cRow} and 1, and C may overlap neither operand. The bits of a row of C
     * do not depend on the other rows, so a caller may split the rows as it likes.
     *
     * @param accumulate whether to add to what C holds, which is overwritten otherwise, for k = 0 with zeros
     * @param scratch holds at least {@link #scratchLength} elements from {@code scratchOffset}, which are overwritten
     */
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            int bColumn,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        PlainFloatMatMul.multiply(
                m,
                n,
                k,
                a,
                aOffset,
                aRow,
                aColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                c,
                cOffset,
                cRow,
                accumulate,
                scratch,
                scratchOffset);
    }

    /**
     * The same where the dimensions of A and B are several axes of a tensor each.
     *
     * @param aFirst the first row of A, which goes to row 0 of C
     * @param scratch holds at least {@link #tensorScratchLength} elements from {@code scratchOffset}, which are overwritten
     */
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            Offsets aRows,
            int aFirst,
            Offsets aColumns,
            float[] b,
            int bOffset,
            Offsets bRows,
            Offsets bColumns,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        PlainFloatMatMul.multiply(
                m,
                n,
                k,
                a,
                aOffset,
                aRows,
                aFirst,
                aColumns,
                b,
                bOffset,
                bRows,
                bColumns,
                c,
                cOffset,
                cRow,
                accumulate,
                scratch,
                scratchOffset);
    }

    /** The same of doubles. */
    public static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            double[] scratch,
            int scratchOffset) {
        PlainDoubleMatMul.multiply(
                m,
                n,
                k,
                a,
                aOffset,
                aRow,
                aColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                c,
                cOffset,
                cRow,
                accumulate,
                scratch,
                scratchOffset);
    }

    /** The same of tensors of doubles. */
    public static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            Offsets aRows,
            int aFirst,
            Offsets aColumns,
            double[] b,
            int bOffset,
            Offsets bRows,
            Offsets bColumns,
            double[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            double[] scratch,
            int scratchOffset) {
        PlainDoubleMatMul.multiply(
                m,
                n,
                k,
                a,
                aOffset,
                aRows,
                aFirst,
                aColumns,
                b,
                bOffset,
                bRows,
                bColumns,
                c,
                cOffset,
                cRow,
                accumulate,
                scratch,
                scratchOffset);
    }
}
