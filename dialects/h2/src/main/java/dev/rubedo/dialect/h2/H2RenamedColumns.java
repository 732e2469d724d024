package dev.rubedo.dialect.h2;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A correction for columns of constraints that were renamed after the constraint was created: until the database is
 * opened again, the catalog of H2 reports their old names, but the index of the constraint has the new ones. Stateless.
 */
final class H2RenamedColumns {
    private H2RenamedColumns() {}

    /**
     * Returns the rows of constraints with the current names of the columns.
     *
     * @param constraints a row for each column of a constraint, in order
     * @param columns a row for each column of a table of the schema
     * @param catalog queries the catalog if a name is not that of a column
     * @param schema the schema, as stored
     * @param current the SQL of the schema's name, with two parameters
     */
    static List<CatalogRow> corrected(List<CatalogRow> constraints, List<CatalogRow> columns, CatalogQueries catalog,
            String schema, String current) {
        Set<List<String>> known = new HashSet<>();
        columns.forEach(row -> known.add(List.of(row.textOrEmpty("table_name"), row.textOrEmpty("column_name"))));
        boolean isCurrent = constraints.stream().allMatch(row -> known.contains(key(row, "table_name", "column_name"))
                && (row.textOrEmpty("referred_table").isEmpty() || !row.textOrEmpty("referred_schema").isEmpty()
                        || known.contains(key(row, "referred_table", "referred_column"))));
        if (isCurrent) {
            return constraints;
        }
        var renamed = renamed(constraints, known, indexes(catalog, schema, current));
        return constraints.stream().map(row -> {
            var own = renamed.get(key(row, "table_name", "column_name"));
            var referred = row.textOrEmpty("referred_schema").isEmpty()
                    ? renamed.get(key(row, "referred_table", "referred_column"))
                    : null;
            var changed = own == null ? row : row.changed("column_name", before -> own);
            return referred == null ? changed : changed.changed("referred_column", before -> referred);
        }).toList();
    }

    private static List<String> key(CatalogRow row, String table, String column) {
        return List.of(row.textOrEmpty(table), row.textOrEmpty(column));
    }

    /** Returns the columns of the index of each constraint, in order. */
    private static Map<String, List<String>> indexes(CatalogQueries catalog, String schema, String current) {
        Map<String, List<String>> indexes = new HashMap<>();
        catalog.rows("SELECT c.CONSTRAINT_NAME, x.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c "
                + "JOIN INFORMATION_SCHEMA.INDEX_COLUMNS x ON x.INDEX_SCHEMA = c.INDEX_SCHEMA "
                + "AND x.INDEX_NAME = c.INDEX_NAME WHERE c.TABLE_SCHEMA = " + current
                + " ORDER BY c.CONSTRAINT_NAME, x.ORDINAL_POSITION", schema, schema)
                .forEach(row -> indexes.computeIfAbsent(row.textOrEmpty("constraint_name"), name -> new ArrayList<>())
                        .add(row.textOrEmpty("column_name")));
        return indexes;
    }

    /** Returns the new names by table and old name, which are the columns of the index besides the known ones. */
    private static Map<List<String>, String> renamed(List<CatalogRow> constraints, Set<List<String>> known,
            Map<String, List<String>> indexes) {
        Map<String, List<CatalogRow>> byConstraint = new LinkedHashMap<>();
        constraints.forEach(row -> byConstraint
                .computeIfAbsent(row.textOrEmpty("constraint_name"), name -> new ArrayList<>()).add(row));
        Map<List<String>, String> renamed = new HashMap<>();
        byConstraint.forEach((name, rows) -> {
            var free = new ArrayList<>(indexes.getOrDefault(name, List.of()));
            rows.forEach(row -> free.remove(row.textOrEmpty("column_name")));
            rows.stream().map(row -> key(row, "table_name", "column_name")).filter(key -> !known.contains(key))
                    .forEach(key -> {
                        if (!free.isEmpty()) {
                            renamed.putIfAbsent(key, free.remove(0));
                        }
                    });
        });
        return renamed;
    }
}
