package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The visibility of the generated setter of an attribute, or of every attribute of the annotated interface. The nearest
 * annotation applies. By default setters are public, those of generated keys are protected, and a version has none.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Setter {

    /** Returns the visibility of the setter. */
    Access value();
}
