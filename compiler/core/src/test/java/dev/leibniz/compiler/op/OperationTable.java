package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every operation, each in some uses: the one table that drives the tests of evaluation, derivatives, lowering and generated code. */
public final class OperationTable {
    /** Free sizes. */
    public static final Size N = Size.symbol("N");

    public static final Size T = Size.symbol("T");

    private static final long[] EXTENTS = {1, 2, 5};

    private OperationTable() {}

    public static List<OperationCase> cases() {
        return Stream.of(
                        ArithmeticCases.ALL,
                        FunctionCases.ALL,
                        LogicCases.ALL,
                        ReductionCases.ALL,
                        ContractionCases.ALL,
                        ShapeCases.ALL,
                        IndexingCases.ALL,
                        WindowCases.ALL,
                        RandomCases.ALL,
                        ScanCases.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Values of the free sizes to try, size 1 among them. */
    public static List<Map<String, Long>> sizes() {
        return Arrays.stream(EXTENTS)
                .boxed()
                .flatMap(n -> Arrays.stream(EXTENTS).mapToObj(t -> Map.of("N", n, "T", t)))
                .toList();
    }
}
