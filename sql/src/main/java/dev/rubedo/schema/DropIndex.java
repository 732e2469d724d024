package dev.rubedo.schema;

/**
 * {@code DROP INDEX}. Immutable.
 *
 * @param index the index
 * @param ifExists whether to do nothing if the index does not exist, instead of failing
 */
public record DropIndex(Index index, boolean ifExists) implements DdlElement {
    /**
     * Drops an index, failing if it does not exist.
     *
     * @param index the index
     */
    public DropIndex(Index index) {
        this(index, false);
    }
}
