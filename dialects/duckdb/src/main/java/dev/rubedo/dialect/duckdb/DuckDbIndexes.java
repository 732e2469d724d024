package dev.rubedo.dialect.duckdb;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A reader of DuckDB's indexes, from one row for each term. Stateless. */
final class DuckDbIndexes {

    private static final Pattern NAME = Pattern.compile("\\w+|\"(?:[^\"]|\"\")+\"");

    private DuckDbIndexes() {}

    static ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var terms = rows.stream().map(row -> term(row.textOrEmpty("expression").strip())).toList();
        return new ReflectedIndex(first.textOrEmpty("index_name"), terms, first.truth("is_unique"), "", List.of(), "",
                Map.of(), "");
    }

    /** A term that is not a plain name is an expression. */
    private static ReflectedIndexTerm term(String text) {
        boolean isColumn = NAME.matcher(text).matches();
        String name = isColumn && text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
        return new ReflectedIndexTerm(name, !isColumn, "", false, Ordered.Nulls.DEFAULT);
    }
}
