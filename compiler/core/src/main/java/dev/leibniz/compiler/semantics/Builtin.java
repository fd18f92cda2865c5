package dev.leibniz.compiler.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An operation that `.nn` source calls by name but that no `.nn` source defines.
 *
 * @param formals its parameters; those of a variadic one that are given by position beyond the first ones are its rest
 * @param variadic whether it takes any number of operands after the formals
 */
record Builtin(String name, List<Formal> formals, boolean variadic, Body body) {
    /** What a call means. */
    interface Body {
        Meaning apply(Call call);
    }

    static Builtin of(String name, Body body, String... required) {
        return new Builtin(name, Arrays.stream(required).map(Formal::required).toList(), false, body);
    }

    /** The same with parameters more that may be left out. */
    Builtin optionally(String... names) {
        List<Formal> more = new ArrayList<>(formals);
        for (String optional : names) {
            more.add(Formal.optional(optional));
        }
        return new Builtin(name, List.copyOf(more), variadic, body);
    }

    Builtin andMore() {
        return new Builtin(name, formals, true, body);
    }

    /** The meaning of a call with these arguments. */
    Meaning call(Arguments arguments, Call.Site site) {
        if (!variadic) {
            return body.apply(new Call(name, arguments.bind(name, formals).orFail(site.reporter()), List.of(), site));
        }
        int count = arguments.positional().size();
        int fixed = Math.min(formals.size(), count);
        Arguments first = new Arguments(arguments.positional().subList(0, fixed), arguments.named(), arguments.at());
        return body.apply(new Call(
                name,
                first.bind(name, formals).orFail(site.reporter()),
                arguments.positional().subList(fixed, count),
                site));
    }
}
