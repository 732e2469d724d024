package dev.rubedo.dialect.postgresql;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** A reader of the indexes in PostgreSQL's catalog, from one row for each column or expression. Stateless. */
final class PostgresIndexes {

    /** The query, up to the condition on the schema {@code n}. Columns that only later versions have are not named. */
    static final String QUERY = """
            SELECT c.relname AS table_name, i.relname AS index_name, x.indisunique AS is_unique, x.indisvalid AS is_valid,
              p.pos > x.indnkeyatts AS is_included, a.attname AS column_name,
              CASE WHEN a.attname IS NULL THEN pg_get_indexdef(x.indexrelid, p.pos, false) END AS expression,
              x.indoption[p.pos - 1] AS flags, m.amname AS method, pg_get_expr(x.indpred, x.indrelid) AS condition,
              array_to_string(i.reloptions, ', ') AS storage, s.spcname AS tablespace,
              to_jsonb(x) ->> 'indnullsnotdistinct' AS nulls_not_distinct,
              CASE WHEN NOT o.opcdefault OR ia.attoptions IS NOT NULL THEN
                CASE WHEN pg_opclass_is_visible(o.oid) THEN '' ELSE quote_ident(os.nspname) || '.' END || quote_ident(o.opcname)
                || COALESCE(' (' || array_to_string(ia.attoptions, ', ') || ')', '') END AS operators,
              CASE WHEN l.oid NOT IN (COALESCE(a.attcollation, 0), COALESCE(a.attcollation, 100)) THEN l.collname END AS collation,
              pg_collation_is_visible(l.oid) AS is_collation_visible
            FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
              JOIN pg_catalog.pg_class c ON c.oid = x.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_am m ON m.oid = i.relam LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = i.reltablespace
              CROSS JOIN LATERAL generate_series(1, x.indnatts::int) AS p(pos)
              JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.oid AND ia.attnum = p.pos
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[p.pos - 1] AND a.attnum > 0
              LEFT JOIN pg_catalog.pg_opclass o ON o.oid = x.indclass[p.pos - 1]
              LEFT JOIN pg_catalog.pg_namespace os ON os.oid = o.opcnamespace
              LEFT JOIN pg_catalog.pg_collation l ON l.oid = x.indcollation[p.pos - 1]
            WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
              AND\s""";

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private PostgresIndexes() {}

    static ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var terms = new ArrayList<ReflectedIndexTerm>();
        var included = new ArrayList<String>();
        var options = new TreeMap<String, String>();
        var operatorsOf = new HashMap<String, String>();
        String unmodelled = first.truth("is_valid") ? "" : "it is not valid, because its creation failed";
        for (var row : rows) {
            if (row.truth("is_included")) {
                included.add(row.textOrEmpty("column_name"));
                continue;
            }
            var term = term(row);
            terms.add(term);
            String operators = row.textOrEmpty("operators");
            String before = operatorsOf.put(term.text(), operators);
            if (before != null && !before.equals(operators)) {
                unmodelled = "several operator classes of \"" + term.text() + "\": " + List.of(before, operators);
            }
            put(options, "ops." + term.text(), operators);
            if (!term.collation().isEmpty() && !row.truth("is_collation_visible")) {
                unmodelled = "collation \"" + term.collation() + "\" of a schema that is not in the search path";
            }
        }
        put(options, "with", first.textOrEmpty("storage"));
        put(options, "tablespace", first.textOrEmpty("tablespace"));
        put(options, "nulls_not_distinct", first.textOrEmpty("nulls_not_distinct").equals("true") ? "true" : "");
        String method = first.textOrEmpty("method");
        return new ReflectedIndex(first.textOrEmpty("index_name"), terms, first.truth("is_unique"),
                first.textOrEmpty("condition"), included, method.equals("btree") ? "" : method, options, unmodelled);
    }

    private static void put(TreeMap<String, String> options, String name, String value) {
        if (!value.isEmpty()) {
            options.put("postgresql." + name, value);
        }
    }

    private static ReflectedIndexTerm term(CatalogRow row) {
        String column = row.text("column_name");
        long flags = row.number("flags");
        boolean isDescending = (flags & DESCENDING) != 0;
        boolean isNullsFirst = (flags & NULLS_FIRST) != 0;
        var nulls = isDescending == isNullsFirst ? Ordered.Nulls.DEFAULT
                : isNullsFirst ? Ordered.Nulls.FIRST : Ordered.Nulls.LAST;
        return new ReflectedIndexTerm(column == null ? row.textOrEmpty("expression") : column, column == null,
                row.textOrEmpty("collation"), isDescending, nulls);
    }
}
