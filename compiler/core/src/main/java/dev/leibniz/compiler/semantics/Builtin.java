package dev.leibniz.compiler.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation that `.nn` source calls by name but that no `.nn` source defines.
 *
 * @param formals its parameters; those of a variadic one that are given by position beyond the first ones are its rest
 */
record Builtin(String name, List<Formal> formals, Form form, Body body) {
    /** How it is called. */
    enum Form {
        /** With operands for its formals. */
        PLAIN,
        /** With any number of operands after the formals. */
        VARIADIC,
        /** With the formals in one list and a tensor {@code x} in another, as layers are; or with x in front, as {@code x |> name(…)} gives it. */
        CONFIGURED
    }

    /** What a call means. */
    interface Body {
        Meaning apply(Call call);
    }

    static Builtin of(String name, Body body, String... required) {
        return new Builtin(name, Arrays.stream(required).map(Formal::required).toList(), Form.PLAIN, body);
    }

    /** The same with parameters more that may be left out. */
    Builtin optionally(String... names) {
        List<Formal> more = new ArrayList<>(formals);
        for (String optional : names) {
            more.add(Formal.optional(optional));
        }
        return new Builtin(name, List.copyOf(more), form, body);
    }

    Builtin andMore() {
        return new Builtin(name, formals, Form.VARIADIC, body);
    }

    /** The same, applied to a tensor {@code x} that stands in a list of its own. */
    Builtin appliedToX() {
        return new Builtin(name, formals, Form.CONFIGURED, body);
    }

    /** The meaning of a call with these arguments. */
    Meaning call(Arguments arguments, Call.Site site) {
        site.rules().limits().requireAllowed(this, site.at());
        return switch (form) {
            case PLAIN ->
                body.apply(new Call(name, arguments.bind(name, formals).orFail(site.reporter()), List.of(), site));
            case VARIADIC -> variadic(arguments, site);
            case CONFIGURED -> configured(arguments, site);
        };
    }

    private Meaning variadic(Arguments arguments, Call.Site site) {
        int count = arguments.positional().size();
        int fixed = Math.min(formals.size(), count);
        Arguments first = new Arguments(arguments.positional().subList(0, fixed), arguments.named(), arguments.at());
        return body.apply(new Call(
                name,
                first.bind(name, formals).orFail(site.reporter()),
                arguments.positional().subList(fixed, count),
                site));
    }

    private Meaning configured(Arguments arguments, Call.Site site) {
        List<Operand> given = arguments.positional();
        boolean fed = !given.isEmpty() && Operators.sound(given.get(0)).meaning() instanceof Meaning.Tensor;
        Arguments own = new Arguments(fed ? given.subList(1, given.size()) : given, arguments.named(), arguments.at());
        Map<String, Operand> bound = own.bind(name, formals).orFail(site.reporter());
        Body applied = call -> {
            Map<String, Operand> all = new HashMap<>(bound);
            all.putAll(call.operands());
            return body.apply(new Call(name, all, List.of(), call.site()));
        };
        return fed
                ? applied.apply(new Call(name, Map.of("x", given.get(0)), List.of(), site))
                : new Meaning.BuiltIn(of(name, applied, "x"));
    }
}
