package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an attribute lead to another entity: {@code User user()} to one, {@code List<Address> addresses()} or
 * {@code Set<Group> groups()} to many.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Relationship {

    /**
     * Returns the attribute of the other entity that is the same relationship seen from there, kept in step by itself.
     */
    String backPopulates() default "";

    /** Returns what is passed on to related objects. */
    Cascade[] cascade() default {Cascade.SAVE_UPDATE, Cascade.MERGE};

    /**
     * Returns the order of a {@code List}: attributes of the other entity such as {@code "email"} or
     * {@code "created desc, id"}.
     */
    String orderBy() default "";

    /**
     * Returns the table between two entities of a many-to-many relationship, made from both primary keys; see also
     * {@link JoinTable}.
     */
    String joinTable() default "";

    /** Returns the attributes with the foreign key that makes this relationship; needed where two are possible. */
    String[] foreignKey() default {};

    /**
     * Returns the attribute of a self-reference that stands on the far side: the key of a parent, the foreign key of
     * children. Inferred.
     */
    String[] remoteSide() default {};

    /** Returns when the related objects are loaded. */
    Loading loading() default Loading.BATCH;
}
