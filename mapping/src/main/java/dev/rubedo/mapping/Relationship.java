package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship to another entity: to-one, as in {@code User user()}, or to-many, as in
 * {@code List<Address> addresses()}, {@code Set<Group> groups()} or {@code Map<String, Note> notes()}. Declare a large
 * collection as {@code WriteOnly<Post>} or {@code Dynamic<Post>}, which are never loaded as a whole.
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

    /**
     * Returns the key of a {@code Map}: the name of an attribute of the other entity, or of one of its no-argument
     * methods.
     */
    String mapKey() default "";

    /**
     * Returns whether this relationship is read-only: it has no setter, its collection cannot be changed, and nothing
     * cascades. Several relationships can use the same foreign key if all but one are {@code viewOnly}.
     */
    boolean viewOnly() default false;

    /**
     * Returns the relationships of this entity that intentionally write the same foreign key or join table as this one.
     * Otherwise this is an error, because the relationships may write contradictory values.
     */
    String[] overlaps() default {};

    /**
     * Returns whether each target of a many-to-one or many-to-many relationship has only one owner, so that it becomes
     * an orphan when that owner removes it. Required for {@link Cascade#DELETE_ORPHAN} there.
     */
    boolean singleParent() default false;

    /**
     * Returns whether the previous target of a to-one relationship is loaded when another is set, so that it is
     * available to listeners and in the history of the attribute.
     */
    boolean activeHistory() default false;

    /**
     * Returns what the deletion of an owner leaves to the database. Requires a foreign key with an {@code ON DELETE}
     * action, and avoids loading a collection only to delete or dissociate its elements.
     */
    PassiveDeletes passiveDeletes() default PassiveDeletes.NONE;

    /**
     * Returns whether the database changes the foreign key that this relationship creates when the referenced key
     * changes (ON UPDATE CASCADE); see {@link ForeignKey#updateCascade}. For a declared foreign key, it is set there.
     */
    boolean updateCascade() default false;

    /** Returns when related objects are loaded. */
    Loading loading() default Loading.BATCH;

    /**
     * Returns the number of levels of a self-reference that {@code loading} loads; with 0, a join stops at the first
     * level, and other strategies continue until there are no more targets.
     */
    int depth() default 0;

    /**
     * Returns whether {@link Loading#JOINED} uses an inner join, which omits owners without a target. For required
     * relationships.
     */
    boolean innerJoin() default false;
}
