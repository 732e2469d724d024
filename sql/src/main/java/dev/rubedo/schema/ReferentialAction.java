package dev.rubedo.schema;

/** What happens to rows whose referenced row is deleted, or gets another key. Immutable. */
public enum ReferentialAction {
    /** What the database does when nothing is said: it refuses. */
    DEFAULT(""),
    /** It is refused at the end of the statement, or of the transaction if the constraint is deferred. */
    NO_ACTION("NO ACTION"),
    /** It is refused at once. */
    RESTRICT("RESTRICT"),
    /** They follow. */
    CASCADE("CASCADE"),
    /** Their columns become NULL. */
    SET_NULL("SET NULL"),
    /** Their columns get their defaults. */
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
