package dev.leibniz.compiler.explain;

import java.util.List;

/** The parts that a formula is set with, in some markup; each gives markup of its own. */
interface Typesetting {
    /** A variable: {@code W}, {@code x}. */
    String variable(String name);

    /** A number. */
    String number(String digits);

    /** Upright words: the name of a function, an axis. */
    String words(String text);

    /** A sign between two parts, with space around it. */
    String operator(String sign);

    /** A sign before a part. */
    String sign(String sign);

    /** Parts side by side. */
    String row(String... parts);

    /** A little space, where two factors stand side by side. */
    String space();

    String fraction(String above, String below);

    String root(String of);

    String superscript(String base, String exponent);

    String subscript(String base, String index);

    /** Under a large operator such as a sum. */
    String under(String operator, String below);

    /** The bar of a cotangent. */
    String bar(String base);

    /** The mark of a transposed matrix. */
    String transposed(String base);

    /** A sum's sign, or a product's. */
    String large(String sign);

    /** Brackets that grow with what they hold: {@code ( )}, {@code [ ]}, {@code | |}. */
    String fenced(String open, String body, String close);

    /** A function with one formula under each condition; the last of {@code cases} may have an empty condition, "otherwise". */
    String cases(List<Case> cases);

    /** A formula and when it holds. */
    record Case(String value, String condition) {}
}
