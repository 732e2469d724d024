package dev.rubedo.schema;

/** An action on rows whose referenced row is deleted or whose referenced key changes. Immutable. */
public enum ReferentialAction {
    /** The database's default, which is to reject the change. */
    DEFAULT(""),
    /** Rejects the change at the end of the statement, or of the transaction if the constraint is deferred. */
    NO_ACTION("NO ACTION"),
    /** Rejects the change immediately. */
    RESTRICT("RESTRICT"),
    /** Applies the change to the referencing rows. */
    CASCADE("CASCADE"),
    /** Sets the referencing columns to NULL. */
    SET_NULL("SET NULL"),
    /** Sets the referencing columns to their defaults. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** Returns the SQL; empty for the default. */
    public String sql() {
        return sql;
    }
}
