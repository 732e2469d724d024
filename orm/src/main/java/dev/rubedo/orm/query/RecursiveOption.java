package dev.rubedo.orm.query;

/**
 * An option that loads a relationship right after its owners and can follow a self-reference to any depth. Immutable.
 *
 * @param <E> the entity that the option applies to
 * @param <T> the target entity of the relationship
 */
public interface RecursiveOption<E, T> extends LoaderOption<E, T> {

    /**
     * Returns this option for several levels of a self-reference: with 2, children and grandchildren are loaded.
     *
     * @throws IllegalArgumentException if the number is less than 1, or the relationship is not a self-reference
     */
    RecursiveOption<E, T> depth(int levels);

    /**
     * Returns this option for all levels of a self-reference, down to the objects without targets. Objects that are
     * already loaded end the recursion, so cycles are harmless.
     *
     * @throws IllegalArgumentException if the relationship is not a self-reference
     */
    RecursiveOption<E, T> anyDepth();
}
