package dev.rubedo.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that is implemented or extended rather than called: by dialects, extensions and integrations. Its
 * callers are in Rubedo itself. A method may be added to it in a minor version if it has a default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Spi {}
