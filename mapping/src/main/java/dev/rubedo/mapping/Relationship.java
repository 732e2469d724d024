package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship to another entity: {@code User user()} to one, {@code List<Address> addresses()} or
 * {@code Set<Group> groups()} to many.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Relationship {

    /**
     * Returns the attribute of the other entity that is the inverse of this relationship. Both sides are kept in sync.
     * The name is checked at compile time: if the other entity has no such attribute, or that attribute does not name
     * this one, the compiler reports an error at this line.
     */
    String backPopulates() default "";

    /** Returns the operations that are cascaded to related objects. */
    Cascade[] cascade() default {Cascade.SAVE_UPDATE, Cascade.MERGE};

    /**
     * Returns the order of a {@code List}: attributes of the other entity such as {@code "email"} or
     * {@code "created desc, id"}.
     */
    String orderBy() default "";

    /**
     * Returns the join table of a many-to-many relationship, whose columns are derived from both primary keys; see also
     * {@link JoinTable}.
     */
    String joinTable() default "";

    /** Returns the attributes of the foreign key for this relationship; required if there are several candidates. */
    String[] foreignKey() default {};

    /**
     * Returns the attribute on the far side of a self-reference: the key of a parent, or the foreign key of children.
     * Inferred by default.
     */
    String[] remoteSide() default {};

    /** Returns when related objects are loaded. */
    Loading loading() default Loading.BATCH;

    /**
     * Returns the number of levels of a self-reference that {@code loading} loads; 0 stops a join at the first level,
     * and other loading where there are no more targets.
     */
    int depth() default 0;

    /**
     * Returns whether {@link Loading#JOINED} uses an inner join, which leaves out owners without a target. Suits
     * required relationships.
     */
    boolean innerJoin() default false;
}
