package dev.rubedo.dialect.mysql;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A reader of the indexes of MySQL and MariaDB, from one row for each column or expression. Immutable.
 *
 * @param dialect the name of the dialect, used as the prefix of options
 */
record MysqlIndexes(String dialect) {

    /** Returns the table and the name of each unique index that a unique constraint cannot represent. */
    static Set<List<String>> special(List<CatalogRow> rows) {
        return rows.stream().filter(row -> !row.truth("non_unique"))
                .filter(row -> row.number("sub_part") > 0 || row.text("column_name") == null
                        || row.textOrEmpty("collation").equals("D") || row.textOrEmpty("index_type").equals("HASH")
                        || !unmodelled(row).isEmpty())
                .map(MysqlIndexes::key).collect(Collectors.toSet());
    }

    /** Returns the table and the name of a row's index. */
    static List<String> key(CatalogRow row) {
        return List.of(row.textOrEmpty("table_name"), row.textOrEmpty("index_name"));
    }

    /** Returns the index for its rows. */
    ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var terms = new ArrayList<ReflectedIndexTerm>();
        var options = new TreeMap<String, String>();
        String kind = first.textOrEmpty("index_type");
        boolean isSpecial = kind.equals("FULLTEXT") || kind.equals("SPATIAL") || kind.equals("RTREE");
        if (isSpecial) {
            options.put(dialect + ".prefix", kind.equals("RTREE") ? "SPATIAL" : kind);
        }
        for (var row : rows) {
            terms.add(term(row));
            // the prefix length of a spatial index is always that of its internal representation
            if (row.number("sub_part") > 0 && !isSpecial) {
                options.put(dialect + ".length." + row.textOrEmpty("column_name"), row.textOrEmpty("sub_part"));
            }
        }
        return new ReflectedIndex(first.textOrEmpty("index_name"), terms, !first.truth("non_unique"), "", List.of(),
                isSpecial || kind.equals("BTREE") ? "" : kind.toLowerCase(Locale.ROOT), options,
                unmodelled(first));
    }

    private static String unmodelled(CatalogRow row) {
        if (row.has("is_visible") && !row.truth("is_visible")) {
            return "it is invisible";
        }
        return row.has("ignored") && row.truth("ignored") ? "it is ignored" : "";
    }

    private static ReflectedIndexTerm term(CatalogRow row) {
        String column = row.text("column_name");
        return new ReflectedIndexTerm(column == null ? "(" + row.textOrEmpty("expression") + ")" : column,
                column == null, "", row.textOrEmpty("collation").equals("D"), Ordered.Nulls.DEFAULT);
    }
}
