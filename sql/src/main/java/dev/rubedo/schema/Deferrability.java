package dev.rubedo.schema;

/** The time at which a constraint is checked. Immutable. */
public enum Deferrability {
    /** The default: immediately. */
    DEFAULT(""),
    /** Always immediately. */
    NOT_DEFERRABLE("NOT DEFERRABLE"),
    /** Immediately, unless the transaction defers it. */
    DEFERRABLE("DEFERRABLE"),
    /** Immediately, unless the transaction defers it; written in full. */
    INITIALLY_IMMEDIATE("DEFERRABLE INITIALLY IMMEDIATE"),
    /** At the end of the transaction, unless the transaction makes it immediate. */
    INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferrability(String sql) {
        this.sql = sql;
    }

    /** Returns the SQL; empty for the default. */
    public String sql() {
        return sql;
    }
}
