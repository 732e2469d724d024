package dev.rubedo.migrate.operation;

import dev.rubedo.stability.Spi;

/**
 * What a revision does to a database and how that is undone. Implemented by revisions, which have the annotation
 * {@link Revision}. An extension point. Confined to one thread at a time.
 */
@Spi
public interface Migration {
    /**
     * Applies the revision.
     *
     * @param op carries operations out, or records them
     */
    void upgrade(Operations op);

    /**
     * Undoes the revision. By default this is rejected.
     *
     * @param op carries operations out, or records them
     * @throws dev.rubedo.migrate.error.IrreversibleOperationException if the revision cannot be undone
     */
    default void downgrade(Operations op) {
        throw new dev.rubedo.migrate.error.IrreversibleOperationException("the revision",
                "it has no method downgrade");
    }
}
