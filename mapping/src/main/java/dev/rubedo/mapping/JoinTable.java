package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The join table between the two entities of a many-to-many relationship.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JoinTable {

    /** Returns the name of the table. */
    String name();

    /** Returns the columns that refer to this entity's primary key; if empty, {@code <class>_<key>} in snake_case. */
    String[] columns() default {};

    /**
     * Returns the columns that refer to the other entity's primary key; if empty, {@code <class>_<key>} in snake_case.
     */
    String[] inverseColumns() default {};
}
