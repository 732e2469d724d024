package dev.rubedo.orm.query;

/**
 * The option to load a relationship right after its owners, by separate statements. Immutable.
 *
 * @param <E> the entity that the option applies to
 * @param <T> the target entity of the relationship
 */
public interface SelectInOption<E, T> extends LoaderOption<E, T>, RecursiveOption<E, T> {

    @Override
    SelectInOption<E, T> depth(int levels);

    @Override
    SelectInOption<E, T> anyDepth();

    /**
     * Returns this option with another limit for the number of keys in a statement; the default is 500, on H2
     * 50. More owners are loaded by several statements, or by one with a range if their keys have no gap and no limit was
     * set.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    SelectInOption<E, T> chunkSize(int keys);

    /**
     * Returns this option for at most this many targets of each owner: the first in the order of the relationship, or of
     * their primary keys if it has none. The database needs window functions.
     *
     * @throws IllegalArgumentException if the number is less than 1, or the relationship is to-one
     */
    SelectInOption<E, T> limit(int targets);
}
