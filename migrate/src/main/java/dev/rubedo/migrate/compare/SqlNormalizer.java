package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.sql.Expression;
import java.util.HashMap;
import java.util.Map;

/** A normalizer that converts SQL in DDL to a form in which it can be compared. Confined to one thread at a time. */
final class SqlNormalizer {
    private final Dialect dialect;
    private final Map<String, String> known;
    private final Map<String, String> cache = new HashMap<>();

    /**
     * Creates a normalizer.
     *
     * @param dialect the dialect of the database
     * @param known expressions as the database normalizes them, by their canonical form
     */
    SqlNormalizer(Dialect dialect, Map<String, String> known) {
        this.dialect = dialect;
        this.known = Map.copyOf(known);
    }

    String canonical(Expression<?> expression) {
        return canonical(dialect.define(expression));
    }

    String canonical(String sql) {
        return cache.computeIfAbsent(sql, text -> {
            var plain = SqlTermReader.canonical(text, dialect.catalogTraits());
            return known.getOrDefault(plain, plain);
        });
    }

    /** Returns a query as its tokens, in the form normalized by the database if that is known. */
    String canonicalQuery(String sql) {
        return cache.computeIfAbsent(sql, text -> {
            var plain = SqlTermReader.tokens(text.strip().replaceFirst(";$", ""), dialect.catalogTraits());
            return known.getOrDefault(plain, plain);
        });
    }
}
