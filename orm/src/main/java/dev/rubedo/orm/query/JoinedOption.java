package dev.rubedo.orm.query;

/**
 * The option to load a relationship by a join in the statement of its owners. Immutable.
 *
 * @param <E> the entity that the option applies to
 * @param <T> the target entity of the relationship
 */
public interface JoinedOption<E, T> extends LoaderOption<E, T> {

    /**
     * Returns this option with an inner join instead of a left join, which is faster on some databases but omits owners
     * without a target. Below a relationship that is loaded by an outer join, it becomes part of that join, so that no
     * owner is omitted.
     */
    JoinedOption<E, T> innerJoin();

    /**
     * Returns this option for several levels of a self-reference, with one join for each.
     *
     * @throws IllegalArgumentException if the number is less than 1, or the relationship is not a self-reference
     */
    JoinedOption<E, T> depth(int levels);
}
