package dev.leibniz.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mark of a class that a compiler wrote; kept in class files, so that coverage tools leave it out. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {
    /** The name of the file it was written from, without folders, such as {@code Digits.nn}. */
    String source();

    /** Who wrote it. */
    String by();
}
