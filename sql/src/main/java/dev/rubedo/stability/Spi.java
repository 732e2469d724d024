package dev.rubedo.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that is implemented or extended rather than called: by dialects, extensions and integrations. Rubedo
 * itself calls it. A minor version may add methods to it if they have default implementations.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Spi {}
