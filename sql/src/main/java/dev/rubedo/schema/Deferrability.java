package dev.rubedo.schema;

/** When a constraint is checked. Immutable. */
public enum Deferrability {
    /** At once, as where nothing is said. */
    DEFAULT(""),
    /** Always at once. */
    NOT_DEFERRABLE("NOT DEFERRABLE"),
    /** At once, unless the transaction says otherwise. */
    DEFERRABLE("DEFERRABLE"),
    /** At once, unless the transaction says otherwise; said in full. */
    INITIALLY_IMMEDIATE("DEFERRABLE INITIALLY IMMEDIATE"),
    /** At the end of the transaction, unless it says otherwise. */
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
