package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Another name for an attribute: {@code @Synonym("email") String mail()}. It has no column of its own. Its accessors
 * delegate to those of the attribute, and statements read and set the attribute by either name. The declared type must
 * be that of the attribute.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Synonym {

    /** Returns the attribute of the same entity that the synonym stands for. */
    String value();
}
