package dev.leibniz.compiler.randomprogram;

import java.util.Optional;

/** A way to make an expression of a type out of simpler ones. */
interface Production {
    /** Empty if it cannot make that type. */
    Optional<Expr> make(Type want, Expressions parts);

    /** One among alternatives that always apply. */
    static Production always(java.util.function.BiFunction<Type, Expressions, Expr> make) {
        return (want, parts) -> Optional.of(make.apply(want, parts));
    }
}
