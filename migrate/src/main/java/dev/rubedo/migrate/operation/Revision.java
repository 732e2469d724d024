package dev.rubedo.migrate.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The position of a {@link Migration} in the graph of revisions. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {
    /** Returns the id. */
    String id();

    /** Returns the ids of the revisions that it follows: none for a base, several for a merge. */
    String[] downRevision() default {};

    /** Returns the message. */
    String message() default "";

    /** Returns the time of its creation, as {@code 2026-11-30T09:30}; empty if unknown. */
    String created() default "";

    /** Returns the labels of the branch that begins with it. */
    String[] branchLabels() default {};

    /** Returns ids or branch labels of other revisions that must be applied before it. */
    String[] dependsOn() default {};

    /** Returns the ids of the revisions that it replaces, in order; the command squash writes them. */
    String[] replaces() default {};
}
