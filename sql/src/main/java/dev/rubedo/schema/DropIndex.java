package dev.rubedo.schema;

/**
 * {@code DROP INDEX}. Immutable.
 *
 * @param index the index
 * @param ifExists whether an index that is not there is no error
 */
public record DropIndex(Index index, boolean ifExists) implements DdlElement {
    /**
     * Drops an index that is there.
     *
     * @param index the index
     */
    public DropIndex(Index index) {
        this(index, false);
    }
}
