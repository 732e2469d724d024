package dev.rubedo.schema;

/** The treatment of rows in which only some columns of a composite foreign key are NULL. Immutable. */
public enum ForeignKeyMatch {
    /** The database's default, which is SIMPLE. */
    DEFAULT(""),
    /** Such a row refers to nothing and is accepted. */
    SIMPLE("MATCH SIMPLE"),
    /** Such a row is rejected: either all columns are NULL, or none. */
    FULL("MATCH FULL"),
    /** The columns that are not NULL must match those of some row. */
    PARTIAL("MATCH PARTIAL");

    private final String sql;

    ForeignKeyMatch(String sql) {
        this.sql = sql;
    }

    /** Returns the SQL; empty for the default. */
    public String sql() {
        return sql;
    }
}
