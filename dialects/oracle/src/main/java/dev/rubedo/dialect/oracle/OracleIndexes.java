package dev.rubedo.dialect.oracle;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A reader of Oracle's indexes, from one row for each column or expression. Immutable.
 *
 * @param shown converts a name of the database to the form that users know
 */
record OracleIndexes(UnaryOperator<String> shown) {

    /** A descending column is stored as an expression. */
    private static final Pattern COLUMN = Pattern.compile("\"([^\"]+)\"");

    /** Returns the index for its rows. */
    ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var options = new TreeMap<String, String>();
        var kind = first.textOrEmpty("index_type");
        if (kind.contains("BITMAP")) {
            options.put("oracle.bitmap", "true");
        }
        if (first.textOrEmpty("compression").equals("ENABLED")) {
            options.put("oracle.compress", first.text("prefix_length") == null ? "true"
                    : first.textOrEmpty("prefix_length"));
        }
        var terms = new ArrayList<ReflectedIndexTerm>();
        rows.forEach(row -> terms.add(term(row)));
        return new ReflectedIndex(shown.apply(first.textOrEmpty("index_name")), terms,
                first.textOrEmpty("uniqueness").equals("UNIQUE"), "", List.of(), "", options, unmodelled(first, kind));
    }

    private static String unmodelled(CatalogRow row, String kind) {
        if (row.textOrEmpty("visibility").equals("INVISIBLE")) {
            return "it is invisible";
        }
        if (row.textOrEmpty("partitioned").equals("YES")) {
            return "it is partitioned";
        }
        return switch (kind) {
            case "NORMAL", "BITMAP", "FUNCTION-BASED NORMAL", "FUNCTION-BASED BITMAP" -> "";
            default -> kind + " index";
        };
    }

    private ReflectedIndexTerm term(CatalogRow row) {
        boolean isDescending = row.textOrEmpty("descend").equals("DESC");
        var expression = row.text("column_expression");
        if (expression == null) {
            return new ReflectedIndexTerm(shown.apply(row.textOrEmpty("column_name")), false, "", isDescending,
                    Ordered.Nulls.DEFAULT);
        }
        var column = COLUMN.matcher(expression.strip());
        return column.matches()
                ? new ReflectedIndexTerm(shown.apply(column.group(1)), false, "", isDescending, Ordered.Nulls.DEFAULT)
                : new ReflectedIndexTerm(expression.strip(), true, "", isDescending, Ordered.Nulls.DEFAULT);
    }
}
