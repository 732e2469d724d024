package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the database itself fills a column whenever a row is inserted, for example by a trigger, so that a
 * value that was not set is read back. Nothing is added to the table. For a DEFAULT of the table, use
 * {@link ServerDefault}.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ServerGenerated {}
