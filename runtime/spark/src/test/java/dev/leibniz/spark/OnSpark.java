package dev.leibniz.spark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** The mark of tests that start Spark, which its Hadoop keeps from JVMs behind 22. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledForJreRange(maxVersion = 22, disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 23 has no longer")
@interface OnSpark {}
