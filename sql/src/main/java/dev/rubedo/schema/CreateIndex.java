package dev.rubedo.schema;

/**
 * {@code CREATE INDEX}. Immutable.
 *
 * @param index the index
 * @param ifNotExists whether to do nothing if the index exists, instead of failing
 */
public record CreateIndex(Index index, boolean ifNotExists) implements DdlElement {
    /**
     * Creates an index, failing if it exists.
     *
     * @param index the index
     */
    public CreateIndex(Index index) {
        this(index, false);
    }
}
