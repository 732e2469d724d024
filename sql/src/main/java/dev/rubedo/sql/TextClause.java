package dev.rubedo.sql;

import java.util.Locale;
import java.util.Objects;

/**
 * A hint or another clause written verbatim. Never build it from untrusted input. Immutable.
 *
 * @param place where it is written
 * @param sql the clause
 * @param dialect the name of the only dialect that writes it; empty for all
 */
public record TextClause(CustomClause.Place place, String sql, String dialect) implements StatementClause {
    /** Checks the components. */
    public TextClause {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(dialect, "dialect");
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The SQL of a clause is empty");
        }
    }

    /**
     * Returns a clause after the verb: {@code SELECT ...}.
     *
     * @param sql the clause
     */
    public static TextClause prefix(String sql) {
        return new TextClause(CustomClause.Place.AFTER_VERB, sql, "");
    }

    /**
     * Returns a clause at the end of the statement.
     *
     * @param sql the clause
     */
    public static TextClause suffix(String sql) {
        return new TextClause(CustomClause.Place.AT_END, sql, "");
    }

    /**
     * Returns this clause for one dialect only; others omit it.
     *
     * @param name the name of the dialect
     */
    public TextClause only(String name) {
        return new TextClause(place, sql, name);
    }

    @Override
    public void describe(Structure out) {
        out.part(place);
        out.part(sql);
        out.part(dialect);
    }

    @Override
    public TextClause rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return place.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + sql
                + (dialect.isEmpty() ? "" : " on " + dialect);
    }
}
