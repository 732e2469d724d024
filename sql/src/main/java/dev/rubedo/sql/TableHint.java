package dev.rubedo.sql;

import java.util.Objects;

/**
 * A hint written verbatim after or before one table, in the FROM clause of a select or as the target of a DML
 * statement: {@code USE INDEX (ix)}. Never build it from untrusted input. Immutable.
 *
 * @param table the table or alias
 * @param sql the hint
 * @param dialect the name of the only dialect that writes it; empty for all
 * @param isBefore whether it is written before the table
 */
public record TableHint(FromClause table, String sql, String dialect, boolean isBefore) implements StatementClause {
    /** Checks the components. */
    public TableHint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(dialect, "dialect");
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The SQL of a hint is empty");
        }
    }

    /**
     * Returns a hint for one dialect; others omit it.
     *
     * @param table the table or alias
     * @param sql the hint
     * @param dialect the name of the dialect
     */
    public static TableHint of(FromClause table, String sql, String dialect) {
        return new TableHint(table, sql, dialect, false);
    }

    /**
     * Returns the hint {@code ONLY} of PostgreSQL, which excludes the rows of inheriting tables.
     *
     * @param table the table or alias
     */
    public static TableHint only(FromClause table) {
        return new TableHint(table, "ONLY", "postgresql", true);
    }

    @Override
    public CustomClause.Place place() {
        return CustomClause.Place.AFTER_TABLE;
    }

    @Override
    public void describe(Structure out) {
        out.parts(sql, dialect);
        out.part(isBefore);
        out.from(table);
    }

    @Override
    public TableHint rewrite(Rewriter rewriter) {
        var changed = rewriter.from(table);
        return Rewriter.same(changed, table) ? this : new TableHint(changed, sql, dialect, isBefore);
    }

    @Override
    public String toString() {
        String on = " on " + dialect;
        return (isBefore ? sql + " " + table : table + " " + sql) + on;
    }
}
