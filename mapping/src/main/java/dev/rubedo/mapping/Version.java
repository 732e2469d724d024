package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute the version counter of its entity: each UPDATE and DELETE expects the version that was loaded, and
 * fails with {@code StaleDataException} when someone else was faster. An {@code int}, {@code long} or their boxes; it
 * has no setter.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Version {}
