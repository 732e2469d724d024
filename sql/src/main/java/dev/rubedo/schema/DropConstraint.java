package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... DROP CONSTRAINT}. Immutable.
 *
 * @param table the table
 * @param constraint the constraint, of which only the name is used
 * @param ifExists whether to do nothing if the constraint does not exist, instead of failing
 * @param isCascading whether to drop dependent objects too
 */
public record DropConstraint(Table table, Constraint constraint, boolean ifExists, boolean isCascading)
        implements
            DdlElement {
    /**
     * Drops a constraint, failing if it does not exist.
     *
     * @param table the table
     * @param constraint the constraint, of which only the name is used
     */
    public DropConstraint(Table table, Constraint constraint) {
        this(table, constraint, false, false);
    }
}
