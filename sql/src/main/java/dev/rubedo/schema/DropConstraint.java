package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... DROP CONSTRAINT}. Immutable.
 *
 * @param table the table
 * @param constraint the constraint, which must have a name
 * @param isCascading whether to drop dependent objects too
 */
public record DropConstraint(Table table, Constraint constraint, boolean isCascading) implements DdlElement {}
