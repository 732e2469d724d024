package dev.rubedo.dialect.h2;

import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reader of H2's indexes, from one row for each column. Stateless. */
final class H2Indexes {

    private H2Indexes() {}

    static ReflectedIndex index(List<CatalogRow> rows) {
        var first = rows.get(0);
        var terms = new ArrayList<ReflectedIndexTerm>();
        var included = new ArrayList<String>();
        boolean isUnique = first.truth("is_unique");
        for (var row : rows) {
            // columns of a unique index that are not part of its key are only included
            if (isUnique && !row.truth("is_unique")) {
                included.add(H2SchemaReader.shown(row.textOrEmpty("column_name")));
            } else {
                terms.add(term(row));
            }
        }
        return new ReflectedIndex(H2SchemaReader.shown(first.textOrEmpty("index_name")), terms, isUnique, "", included,
                "", Map.of(), unmodelled(first, included));
    }

    private static String unmodelled(CatalogRow row, List<String> included) {
        String kind = row.textOrEmpty("index_type_name");
        if (!kind.equals("INDEX") && !kind.equals("UNIQUE INDEX")) {
            return "it is a " + kind;
        }
        String nulls = row.textOrEmpty("nulls_distinct");
        if (kind.startsWith("UNIQUE") && !nulls.isEmpty() && !nulls.equals("YES")) {
            return nulls.equals("NO") ? "NULLS NOT DISTINCT" : "NULLS " + nulls + " DISTINCT";
        }
        return included.isEmpty() ? "" : "INCLUDE " + included;
    }

    /** NULLs sort lowest, unless an index specifies otherwise. */
    private static ReflectedIndexTerm term(CatalogRow row) {
        boolean isDescending = row.textOrEmpty("ordering_specification").equals("DESC");
        var nulls = switch (row.textOrEmpty("null_ordering")) {
            case "FIRST" -> isDescending ? Ordered.Nulls.FIRST : Ordered.Nulls.DEFAULT;
            case "LAST" -> isDescending ? Ordered.Nulls.DEFAULT : Ordered.Nulls.LAST;
            default -> Ordered.Nulls.DEFAULT;
        };
        return new ReflectedIndexTerm(H2SchemaReader.shown(row.textOrEmpty("column_name")), false, "", isDescending,
                nulls);
    }
}
