package dev.rubedo.migrate.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a {@link Migration} that deliberately cannot be undone, so that checks do not require a downgrade. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Irreversible {
    /** Returns the reason for which it cannot be undone. */
    String value();
}
