package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.syntax.GradientTargets;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A body being executed: its names, whose parameters it declares, and what it yielded. */
final class Frame {
    /** What the body belongs to. */
    enum Kind {
        NETWORK("network"),
        LAYER("layer"),
        FUNCTION("function"),
        OPTIMIZER("optimizer");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }

        /** {@code a network}, {@code an optimizer}. */
        String withArticle() {
            return (this == OPTIMIZER ? "an " : "a ") + noun;
        }
    }

    private final Kind kind;
    private final Scope scope;
    private final Place place;
    private final String turn;
    private final List<Place> instances;
    private final Frame whole;
    private final Set<String> targets;
    private Optional<Operand> yielded = Optional.empty();

    private Frame(
            Kind kind,
            Scope scope,
            Place place,
            String turn,
            List<Place> instances,
            Optional<Frame> whole,
            Set<String> targets) {
        this.kind = kind;
        this.scope = scope;
        this.place = place;
        this.turn = turn;
        this.instances = instances;
        this.whole = whole.orElse(this);
        this.targets = targets;
    }

    static Frame of(Kind kind, Scope scope, Place place, List<Statement> body) {
        Set<String> targets = GradientTargets.of(body);
        return new Frame(kind, scope, place, "", new ArrayList<>(), Optional.empty(), targets);
    }

    /** A function's body: layers applied in it belong to the statement that calls. */
    Frame function(Scope inner, List<Statement> body) {
        Set<String> targets = GradientTargets.of(body);
        return new Frame(Kind.FUNCTION, inner, place, turn, instances, Optional.empty(), targets);
    }

    /** One turn of a loop in this body. */
    Frame turn(Scope block, long index) {
        return new Frame(kind, block, place, turn + "[" + index + "]", instances, Optional.of(whole), targets);
    }

    /** The body of a loop at run time: its turns share what they own. */
    Frame within(Scope block) {
        return new Frame(kind, block, place, turn, instances, Optional.of(whole), targets);
    }

    /** Whether a gradient in the body is taken by what has this name. */
    boolean differentiatesBy(String name) {
        return targets.contains(name);
    }

    Kind kind() {
        return kind;
    }

    Scope scope() {
        return scope;
    }

    Place place() {
        return place;
    }

    /** The loop variables around, {@code [0][2]}. */
    String turn() {
        return turn;
    }

    /** A new instance made by the statement being executed. */
    Place instantiate(String layer) {
        Place instance = place.instance(layer);
        instances.add(instance);
        return instance;
    }

    /** Names the instances that a statement with a binding made. */
    void finish(String binding) {
        if (kind != Kind.FUNCTION) {
            place.name(instances, binding, turn);
            instances.clear();
        }
    }

    /** Names the instances that a statement without a binding made. */
    void finish() {
        if (kind != Kind.FUNCTION) {
            place.nameByLayer(instances, turn);
            instances.clear();
        }
    }

    Optional<Operand> yielded() {
        return whole.yielded;
    }

    void give(Operand operand) {
        if (whole.yielded.isEmpty()) {
            whole.yielded = Optional.of(operand);
        }
    }
}
