package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute without a column, whose value is an SQL expression that a query supplies with the option
 * {@code withExpression(...)}. It is null in objects that other queries load, and is never written. The attribute must
 * be nullable.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface QueryExpression {}
