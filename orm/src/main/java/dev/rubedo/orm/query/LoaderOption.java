package dev.rubedo.orm.query;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.StatementOption;

/**
 * How a query loads a relationship or the columns of an entity. The static methods of {@link dev.rubedo.orm.Orm} create
 * loader options; applications do not implement this interface.
 *
 * <p>Of several options of a query for the same relationship, the last one determines the strategy, and all of them
 * determine how the target is loaded. A column is deferred if any option defers it; several {@code loadOnly} options
 * load what any of them names. Immutable.
 *
 * @param <E> the entity that the option applies to
 * @param <T> the target entity of the relationship, for {@link #then}
 */
public interface LoaderOption<E, T> extends StatementOption {

    /** Returns the entity in the statement that this option applies to. */
    EntityPath<E> owner();

    /**
     * Returns this option of {@code defer} or {@code loadOnly} such that access to a deferred attribute throws a
     * {@link dev.rubedo.orm.error.LazyLoadException}.
     *
     * @throws IllegalStateException if this option does not defer attributes
     */
    LoaderOption<E, T> raising();

    /**
     * Returns this option followed by one for the target entity of the relationship.
     *
     * @throws IllegalStateException if this option does not name a relationship
     * @throws IllegalArgumentException if the option applies to another entity
     */
    <U> LoaderOption<E, T> then(LoaderOption<? super T, U> next);

    /**
     * Returns this option followed by several for the target entity of the relationship.
     *
     * @throws IllegalStateException if this option does not name a relationship
     * @throws IllegalArgumentException if an option applies to another entity
     */
    @SuppressWarnings("unchecked") // generic varargs: the options are only read
    LoaderOption<E, T> then(LoaderOption<? super T, ?> first, LoaderOption<? super T, ?>... more);
}
