package dev.rubedo.schema;

/**
 * {@code CREATE INDEX}. Immutable.
 *
 * @param index the index
 * @param ifNotExists whether an index that is there is no error
 */
public record CreateIndex(Index index, boolean ifNotExists) implements DdlElement {
    /**
     * Makes an index that is not there.
     *
     * @param index the index
     */
    public CreateIndex(Index index) {
        this(index, false);
    }
}
