package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... ADD CONSTRAINT}. Immutable.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(Table table, Constraint constraint) implements DdlElement {}
