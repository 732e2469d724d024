package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an enum is stored: on an attribute, or on the enum class for all attributes of that type. Without this annotation
 * an enum is a string on every database, so that a new constant needs no change of the table unless its name is the
 * longest. The stored value is always the name of the constant.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Enumerated {

    /** Returns how the enum is stored. */
    Storage value();

    /**
     * Returns the name of the database's enumeration type or of the check constraint; if empty, the name of the enum in
     * lower case.
     */
    String name() default "";

    /** Returns the schema of the database's enumeration type; if empty, that of the table. */
    String schema() default "";

    /** How an enum is stored. Immutable. */
    enum Storage {
        /** As a string. */
        STRING,
        /** As a string with a check constraint that allows only the names of the constants. */
        CHECKED,
        /**
         * As an enumeration type of the database: a named type on PostgreSQL, {@code ENUM(...)} on MySQL and MariaDB. A
         * database without such types stores a string.
         */
        NATIVE
    }
}
