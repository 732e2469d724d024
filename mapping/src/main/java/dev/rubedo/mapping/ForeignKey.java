package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute's column refer to a column of a table, both named as the database has them:
 *
 * {@snippet :
 * @ForeignKey("users.id") Long userId();
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ForeignKey {

    /** Returns the column referred to: {@code "table.column"} or {@code "schema.table.column"}. */
    String value();

    /**
     * Returns the entity that maps the table. Needed only if no relationship leads to it and it lies in another
     * package.
     */
    Class<?> entity() default void.class;

    /** Returns what happens to this row when the other one is deleted. */
    OnDelete onDelete() default OnDelete.NO_ACTION;
}
