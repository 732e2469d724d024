package dev.rubedo.dialect.sqlite;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A reader of SQLite's indexes. Conditions, expressions and collations are found only in the text of CREATE INDEX.
 * Stateless.
 */
final class SqliteIndexes {

    private SqliteIndexes() {}

    /** Returns the index for its rows, one for each column or expression. */
    static ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var sql = SqliteTokens.of(first.textOrEmpty("sql"));
        int open = sql.find(0, "(");
        int where = sql.find(open, "WHERE");
        var written = sql.inside(open).parts();
        var terms = new ArrayList<ReflectedIndexTerm>();
        for (var row : rows) {
            terms.add(term(row, written.get((int) row.number("seqno"))));
        }
        return new ReflectedIndex(first.textOrEmpty("index_name"), terms, first.truth("is_unique"),
                where < 0 ? "" : sql.between(where + 1, sql.tokens().size()).sql(), List.of(), "", Map.of(), "");
    }

    private static ReflectedIndexTerm term(CatalogRow row, SqliteTokens written) {
        boolean isDescending = row.truth("is_descending");
        int size = written.tokens().size();
        int end = written.isAt(size - 1, "ASC") || written.isAt(size - 1, "DESC") ? size - 1 : size;
        String column = row.text("name");
        if (column == null) {
            return new ReflectedIndexTerm(written.between(0, end).sql(), true, "", isDescending, Ordered.Nulls.DEFAULT);
        }
        String collation = written.isAt(end - 2, "COLLATE") ? written.name(end - 1) : "";
        return new ReflectedIndexTerm(column, false, collation, isDescending, Ordered.Nulls.DEFAULT);
    }
}
