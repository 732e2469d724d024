package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... DROP CONSTRAINT}. Immutable.
 *
 * @param table the table
 * @param constraint the constraint; it has a name
 * @param isCascading whether what depends on it goes too
 */
public record DropConstraint(Table table, Constraint constraint, boolean isCascading) implements DdlElement {}
