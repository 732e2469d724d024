package dev.rubedo.schema;

/** A constraint of a table. Immutable. */
public sealed interface Constraint extends TableItem
        permits PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKey, ExclusionConstraint {
    /** Returns the name; empty if the database generates one. */
    String name();

    /** Returns when it is checked. */
    Deferrability deferrability();

    /** Returns its comment, its options, and the dialects on which it exists. */
    ConstraintDetails details();
}
