package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option of the entity's table for one database, such as its storage engine on MySQL:
 * {@code @TableOption(dialect = "mysql", name = "ENGINE", value = "InnoDB")}. Other databases ignore it.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(TableOptions.class)
public @interface TableOption {

    /** Returns the name of the dialect, such as {@code mysql}. */
    String dialect();

    /** Returns the name of the option. */
    String name();

    /** Returns the value of the option. */
    String value();
}
