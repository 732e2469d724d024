package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Another name of an attribute: {@code @Synonym("email") String mail()}. It has no column of its own. Its accessors are
 * those of the attribute, and statements read and set the attribute by either name. The declared type is that of the
 * attribute.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Synonym {

    /** Returns the attribute of the same entity that this is another name of. */
    String value();
}
