package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute the version counter of its entity for optimistic locking: each UPDATE and DELETE expects the
 * version that was loaded, and fails with {@code StaleDataException} if the row has changed since. Its type is
 * {@code int}, {@code long} or their wrapper class; it has no setter.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Version {}
