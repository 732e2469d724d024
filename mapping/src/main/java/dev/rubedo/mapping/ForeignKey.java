package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute's column a foreign key to a column of a table, both with their names in the database:
 *
 * {@snippet :
 * @ForeignKey("users.id") Long userId();
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ForeignKey {

    /** Returns the referenced column: {@code "table.column"} or {@code "schema.table.column"}. */
    String value();

    /**
     * Returns the entity that maps the table. Required only if no relationship refers to it and it is in another
     * package.
     */
    Class<?> entity() default void.class;

    /** Returns what happens to this row when the referenced row is deleted. */
    OnDelete onDelete() default OnDelete.NO_ACTION;

    /**
     * Returns whether the database changes this row when the referenced key changes (ON UPDATE CASCADE). The objects of
     * the session are updated accordingly. For keys that the program assigns and may change.
     */
    boolean updateCascade() default false;
}
