package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The former name of the table of an entity or of the column of an attribute. A generated revision renames it instead
 * of dropping and adding it, which would lose its values. Remove the annotation when all databases have the new name.
 * {@snippet :
 * @RenamedFrom("mail")
 * String email();
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RenamedFrom {

    /** Returns the former name of the table, in the same schema, or of the column. */
    String value();
}
