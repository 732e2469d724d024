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
 * <p>A version can also be a value that a static method returns for each INSERT and UPDATE, such as a random UUID:
 * {@code @Version(from = UUID.class, method = "randomUUID")}. The method has no parameter, or takes the previous
 * version, which is null for a new row. Its values must differ from each other, and the database must store them
 * exactly: a time must not be more precise than its column.
 *
 * <p>A server version is one that the database changes with each INSERT and UPDATE, such as {@code xmin} of
 * PostgreSQL, {@code rowversion} of SQL Server, or a column with a trigger: {@code @Version(server = true)}. It may have
 * any type, is never written, and is read back by the flush.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Version {

    /** Returns the class that declares the method; the default means the entity or the mixin. */
    Class<?> from() default void.class;

    /** Returns the name of the static method that returns a new version; empty for a counter. */
    String method() default "";

    /** Returns whether the database determines the version. */
    boolean server() default false;
}
