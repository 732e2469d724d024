package dev.rubedo.migrate.operation;

import dev.rubedo.stability.Spi;

/**
 * The code of a revision: the changes that it makes to a database, and how they are undone. Revisions implement this
 * interface and have the annotation {@link Revision}. An extension point. Confined to one thread at a time.
 */
@Spi
public interface Migration {
    /**
     * Applies the revision.
     *
     * @param op performs or records operations
     */
    void upgrade(Operations op);

    /**
     * Undoes the revision. By default, this throws an exception.
     *
     * @param op performs or records operations
     * @throws dev.rubedo.migrate.error.IrreversibleOperationException if the revision cannot be undone
     */
    default void downgrade(Operations op) {
        throw new dev.rubedo.migrate.error.IrreversibleOperationException("the revision",
                "it has no method downgrade");
    }
}
