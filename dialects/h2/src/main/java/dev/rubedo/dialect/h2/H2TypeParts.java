package dev.rubedo.dialect.h2;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The elements of arrays and the labels of enumerations, which H2's catalog stores separately from the columns, by the
 * name of the table and the identifier of the type inside it. Immutable.
 *
 * @param elements the rows of element types
 * @param labels the labels in order
 */
record H2TypeParts(Map<List<String>, CatalogRow> elements, Map<List<String>, List<String>> labels) {

    private static final String CURRENT = "OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = CASE WHEN ? = '' THEN CURRENT_SCHEMA ELSE ? END";

    /** Reads the type parts of the tables of a schema. */
    static H2TypeParts of(CatalogQueries catalog, String schema) {
        var elements = catalog
                .rows("SELECT OBJECT_NAME AS table_name, COLLECTION_TYPE_IDENTIFIER AS owner, DTD_IDENTIFIER, "
                        + "DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION, INTERVAL_TYPE "
                        + "FROM INFORMATION_SCHEMA.ELEMENT_TYPES WHERE " + CURRENT, schema, schema);
        var labels = new HashMap<List<String>, List<String>>();
        catalog.rows("SELECT OBJECT_NAME AS table_name, ENUM_IDENTIFIER AS owner, VALUE_NAME FROM "
                + "INFORMATION_SCHEMA.ENUM_VALUES WHERE " + CURRENT + " ORDER BY VALUE_ORDINAL", schema, schema)
                .forEach(row -> labels.computeIfAbsent(key(row), key -> new java.util.ArrayList<>())
                        .add(row.textOrEmpty("value_name")));
        return new H2TypeParts(elements.stream().collect(Collectors.toMap(H2TypeParts::key, row -> row)), labels);
    }

    private static List<String> key(CatalogRow row) {
        return List.of(row.textOrEmpty("table_name"), row.textOrEmpty("owner"));
    }

    /** Returns the row of the elements of an array. */
    CatalogRow element(String table, String array) {
        @Nullable CatalogRow row = elements.get(List.of(table, array));
        if (row == null) {
            throw new IllegalStateException("H2 lists no element type of " + array + " in " + table);
        }
        return row;
    }

    /** Returns an enumeration as it is declared. */
    String enumName(String table, String type) {
        return labels.getOrDefault(List.of(table, type), List.of()).stream()
                .map(label -> "'" + label.replace("'", "''") + "'").collect(Collectors.joining(", ", "ENUM(", ")"));
    }
}
