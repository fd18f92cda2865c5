package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.kernel.Finiteness;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Cluster to kernel: the loops around rows, around contractions and around reductions of other axes. */
final class KernelLowering {
    private final Graph graph;
    private final Uses uses;
    private final Access access;
    private final Map<Value, List<Destination>> stores;
    private final Function<Value, Finiteness> finiteness;

    KernelLowering(
            Graph graph,
            Uses uses,
            Access access,
            Map<Value, List<Destination>> stores,
            Function<Value, Finiteness> finiteness) {
        this.finiteness = finiteness;
        this.graph = graph;
        this.uses = uses;
        this.access = access;
        this.stores = stores;
    }

    /** Values of a cluster that should have memory because computing them twice costs more. */
    Set<Value> worthStoring(Cluster cluster) {
        return Clustering.isSpecial(cluster.head()) ? Set.of() : nest(cluster).worthStoring();
    }

    Kernel kernel(Cluster cluster) {
        Locals locals = new Locals(graph);
        Value head = cluster.head();
        Body body;
        if (Clustering.isSpecial(head)) {
            body = new ReductionNest(head, stores.get(head).get(0), access, locals).body();
        } else if (head.op() instanceof Contract) {
            body = contraction(cluster, locals);
        } else {
            body = rows(nest(cluster), cluster.domain(), locals);
        }
        return named(cluster.members(), body);
    }

    /** The kernel of a cluster whose results replace operands. */
    Kernel inPlace(Cluster cluster, String name) {
        RowNest nest = new RowNest(cluster, access, uses, stores, true);
        Kernel kernel = named(cluster.members(), rows(nest, cluster.domain(), new Locals(graph)));
        return new Kernel(name, kernel.formulas(), kernel.rows(), kernel.body(), kernel.flops());
    }

    /** Copies (or adds) a value that has memory to another place. */
    Kernel copy(Value value, Destination to) {
        Domain domain = Domain.of(value.shape());
        List<Index> at = domain.indices(value.shape(), domain.variables());
        LoopMerging loops = LoopMerging.of(domain.sizes(), axes -> copyStatements(value, domain, axes, to));
        List<Statement> body = copyStatements(value, domain, loops.axes(), to);
        List<String> variables = variables(loops);
        boolean single = at.isEmpty() || variables.isEmpty();
        List<Statement> whole = single ? body : Loops.lanes(variables, loops.extents(), body);
        Optional<Size> rows = Optional.empty();
        if (!single && variables.size() == 1) {
            whole = List.of(Loops.overRows((Statement.Loop) whole.get(0)));
            rows = Optional.of(loops.extents().get(0));
        }
        String name = to.buffer().name();
        String text = name + (to.adds() ? " += " : " = ") + Formulas.reading(graph, value);
        Formula formula = formula(text, value, List.of(to));
        return new Kernel(name, List.of(formula), rows, whole, Costs.flops(whole));
    }

    private List<Statement> copyStatements(Value value, Domain domain, List<Index> axes, Destination to) {
        List<Index> at = domain.indices(value.shape(), axes);
        Scalar read = access.read(value, at, new Locals(graph));
        return List.of(to.store(Index.flat(at, value.shape().strides()), read));
    }

    private RowNest nest(Cluster cluster) {
        return new RowNest(cluster, access, uses, stores, false);
    }

    private static List<String> variables(LoopMerging loops) {
        List<String> variables = new ArrayList<>();
        for (int level = 0; level < loops.extents().size(); level++) {
            variables.add(Domain.variable(level));
        }
        return variables;
    }

    // -- rows

    /** The rows of a cluster, or, if rows carry no values of their own, all its elements in as few loops as possible. */
    private static Body rows(RowNest nest, Domain domain, Locals locals) {
        if (domain.rank() == 0) {
            return Body.whole(nest.statements(List.of(), "i", Size.ONE, locals));
        }
        String inner = Domain.variable(domain.rank() - 1);
        if (!nest.hasRowValues()) {
            LoopMerging loops = LoopMerging.of(
                    domain.sizes(), axes -> nest.statements(axes, inner, domain.inner(), locals.scratch()));
            int last = loops.extents().size() - 1;
            Size extent = loops.extents().get(last);
            List<Statement> row = nest.statements(loops.axes(), Domain.variable(last), extent, locals);
            return last == 0 && row.size() == 1 && row.get(0) instanceof Statement.Loop loop
                    ? Body.ofLanes(loop)
                    : Body.around(loops.extents().subList(0, last), row);
        }
        return rowsOnly(nest, domain, locals);
    }

    /** Loops over rows, merged where they can be, around the statements for one row. */
    private static Body rowsOnly(RowNest nest, Domain domain, Locals locals) {
        if (domain.rank() == 0) {
            return Body.whole(nest.statements(List.of(), "i", Size.ONE, locals));
        }
        String inner = Domain.variable(domain.rank() - 1);
        LoopMerging loops = LoopMerging.of(
                domain.rowSizes(), axes -> nest.statements(with(axes, inner), inner, domain.inner(), locals.scratch()));
        return Body.around(loops.extents(), nest.statements(with(loops.axes(), inner), inner, domain.inner(), locals));
    }

    private static List<Index> with(List<Index> axes, String inner) {
        List<Index> all = new ArrayList<>(axes);
        all.add(Index.variable(inner));
        return all;
    }

    // -- contractions

    private Body contraction(Cluster cluster, Locals locals) {
        Value head = cluster.head();
        Destination to = stores.get(head).get(0);
        boolean alone = cluster.members().size() == 1;
        Optional<ContractionNest> products = ContractionNest.of(head, to, access, locals);
        if (products.isEmpty()) {
            Body sum = directSum(head, to, locals);
            return alone ? sum : sequence(serial(sum.statements()), cluster, locals);
        }
        Optional<Size> split = products.get().splitRows();
        if (alone) {
            return split.isPresent()
                    ? new Body(products.get().statements(true), split)
                    : inTurns(cluster, products.get(), List.of());
        }
        Body epilogue = rowsOnly(nest(cluster), cluster.domain(), locals.scratch());
        if (split.isPresent() && split.equals(epilogue.rows())) {
            List<Statement> both = new ArrayList<>(products.get().statements(true));
            both.addAll(epilogue.statements());
            return new Body(both, split);
        }
        return products.get().firstAxis().isPresent() && cluster.domain().rank() > 1
                ? inTurns(cluster, products.get(), epilogueOfTurn(cluster, products.get(), locals))
                : sequence(products.get().statements(false), cluster, locals);
    }

    /** The products, and what follows them, for each index of the first axis, if they are looped over it. */
    private static Body inTurns(Cluster cluster, ContractionNest products, List<Statement> epilogue) {
        Optional<Character> label = products.firstAxis();
        if (label.isEmpty()) {
            return Body.whole(products.statements(false));
        }
        List<Statement> turn = new ArrayList<>(products.turn(List.of(label.get())));
        turn.addAll(epilogue);
        Size first = cluster.head().shape().get(0);
        List<String> variable = List.of(ContractionNest.variable(label.get()));
        return new Body(Loops.rows(variable, List.of(first), turn), Optional.of(first));
    }

    /** What follows a contraction, for one index of the first axis. */
    private List<Statement> epilogueOfTurn(Cluster cluster, ContractionNest products, Locals locals) {
        Domain domain = cluster.domain();
        RowNest nest = nest(cluster);
        Index turn =
                Index.variable(ContractionNest.variable(products.firstAxis().orElseThrow()));
        String inner = Domain.variable(domain.rank() - 1);
        boolean whole = !nest.hasRowValues();
        List<Size> sizes = domain.sizes().subList(1, whole ? domain.rank() : domain.rank() - 1);
        LoopMerging loops = LoopMerging.of(sizes, axes -> {
            List<Index> all = prefixed(turn, whole ? axes : with(axes, inner));
            return nest.statements(all, inner, domain.inner(), locals.scratch());
        });
        if (!whole) {
            List<Index> all = prefixed(turn, with(loops.axes(), inner));
            return Loops.serial(variables(loops), loops.extents(), nest.statements(all, inner, domain.inner(), locals));
        }
        int last = loops.extents().size() - 1;
        List<Statement> row = nest.statements(
                prefixed(turn, loops.axes()),
                Domain.variable(last),
                loops.extents().get(last),
                locals);
        return Loops.serial(variables(loops).subList(0, last), loops.extents().subList(0, last), row);
    }

    private static List<Index> prefixed(Index first, List<Index> axes) {
        List<Index> all = new ArrayList<>(List.of(first));
        all.addAll(axes);
        return all;
    }

    /** The contraction as a whole, then the rest of the cluster. */
    private Body sequence(List<Statement> contraction, Cluster cluster, Locals locals) {
        List<Statement> both = new ArrayList<>(contraction);
        both.addAll(serial(rowsOnly(nest(cluster), cluster.domain(), locals).statements()));
        return Body.whole(both);
    }

    private static List<Statement> serial(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement instanceof Statement.Loop loop && loop.kind() == Statement.LoopKind.ROWS
                        ? new Statement.Loop(loop.variable(), loop.extent(), Statement.LoopKind.SERIAL, loop.body())
                        : statement)
                .toList();
    }

    /** Any contraction as sums of products, element by element. */
    private Body directSum(Value head, Destination to, Locals locals) {
        Contract contract = (Contract) head.op();
        List<Character> out = labels(contract.out());
        List<Character> summed = contract.sizes().keySet().stream()
                .filter(label -> !out.contains(label))
                .toList();
        List<String> rows = out.stream().map(KernelLowering::variable).toList();
        Scalar product = new Scalar.Literal(head.type().dtype(), 1);
        for (int k = 0; k < contract.operands().size(); k++) {
            List<Index> at = labels(contract.labels().get(k)).stream()
                    .map(label -> Index.variable(variable(label)))
                    .toList();
            Scalar factor = access.read(contract.operands().get(k), at, locals);
            product =
                    k == 0 ? factor : new Scalar.Apply(dev.leibniz.compiler.kernel.Function.MULTIPLY, product, factor);
        }
        Scalar.Local sum = locals.fresh(head, rows);
        List<Statement> row = new ArrayList<>();
        row.add(new Statement.Accumulator(sum, Combine.SUM));
        row.addAll(Loops.lanes(
                summed.stream().map(KernelLowering::variable).toList(),
                summed.stream().map(contract.sizes()::get).toList(),
                List.of(new Statement.Accumulate(sum, Combine.SUM, product))));
        List<Index> at = rows.stream().map(Index::variable).toList();
        row.add(to.store(Index.flat(at, head.shape().strides()), sum));
        List<Size> extents = head.shape().sizes();
        return new Body(
                Loops.rows(rows, extents, row), extents.isEmpty() ? Optional.empty() : Optional.of(extents.get(0)));
    }

    private static List<Character> labels(String labels) {
        return labels.chars().mapToObj(label -> (char) label).toList();
    }

    private static String variable(char label) {
        return "at" + Character.toUpperCase(label);
    }

    // -- names

    private Formula formula(String text, Value value, List<Destination> stored) {
        return new Formula(
                text,
                value.type(),
                value.origin(),
                finiteness.apply(value),
                stored.stream().map(Destination::place).toList());
    }

    private Kernel named(List<Value> members, Body body) {
        List<Formula> formulas = new ArrayList<>();
        Optional<String> name = Optional.empty();
        for (Value member : members) {
            boolean shown = stores.containsKey(member) || members.size() == 1;
            if (shown) {
                formulas.add(
                        formula(Formulas.definition(graph, member), member, stores.getOrDefault(member, List.of())));
            }
            Optional<String> own = graph.nameOf(member);
            name = own.isPresent() && (shown || name.isEmpty()) ? own : name;
        }
        String fallback = members.stream()
                .filter(stores::containsKey)
                .map(member -> stores.get(member)
                        .get(stores.get(member).size() - 1)
                        .buffer()
                        .name())
                .reduce((first, second) -> second)
                .orElse("v" + members.get(members.size() - 1).id());
        List<Statement> statements = SplitAtBorders.of(body.statements());
        return new Kernel(name.orElse(fallback), formulas, body.rows(), statements, Costs.flops(statements));
    }
}
