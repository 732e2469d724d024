package dev.rubedo.dialect.h2;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A reader of H2's INFORMATION_SCHEMA. A name that is all upper case in H2 is converted to lower case, because it was
 * probably written without quotes. Immutable.
 */
final class H2SchemaReader implements SchemaReader {

    static final H2SchemaReader INSTANCE = new H2SchemaReader();

    private static final long DEFAULT_CACHE = 32;
    private static final String CURRENT = "CASE WHEN ? = '' THEN CURRENT_SCHEMA ELSE ? END";

    private H2SchemaReader() {}

    @Override
    public TypeCatalog types() {
        return H2TypeCatalog.INSTANCE;
    }

    static String shown(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static String stored(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** A name that is all upper case may be written so, or in lower case without quotes. */
    @Override
    public List<String> spellings(String name) {
        String stored = stored(name);
        return stored.equals(name) ? List.of(name) : List.of(name, stored);
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return shown(catalog.rows("SELECT CURRENT_SCHEMA AS name").get(0).textOrEmpty("name"));
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return catalog.rows(
                "SELECT SCHEMA_NAME AS name FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME <> 'INFORMATION_SCHEMA'")
                .stream()
                .map(row -> shown(row.textOrEmpty("name"))).sorted().toList();
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "BASE TABLE");
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "VIEW");
    }

    private static List<String> names(CatalogQueries catalog, String schema, String kind) {
        return catalog.rows(
                "SELECT TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = ? "
                        + "AND STORAGE_TYPE NOT LIKE '%TEMPORARY' AND TABLE_SCHEMA = " + CURRENT,
                kind,
                stored(schema), stored(schema)).stream().map(row -> shown(row.textOrEmpty("name"))).sorted().toList();
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return catalog.rows("SELECT TABLE_NAME AS name, VIEW_DEFINITION AS definition FROM INFORMATION_SCHEMA.VIEWS "
                + "WHERE TABLE_SCHEMA = " + CURRENT, stored(schema), stored(schema)).stream()
                .map(row -> new ReflectedView(schema, shown(row.textOrEmpty("name")), row.textOrEmpty("definition"),
                        false))
                .sorted(Comparator.comparing(ReflectedView::name)).toList();
    }

    /** Sequences of identity columns are not listed. */
    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        return catalog.rows("SELECT SEQUENCE_NAME AS name, DATA_TYPE, START_VALUE, MINIMUM_VALUE, MAXIMUM_VALUE, "
                + "INCREMENT, CYCLE_OPTION AS cycles, CACHE AS cache_size, FALSE AS is_owned "
                + "FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = " + CURRENT, stored(schema),
                stored(schema)).stream().map(row -> sequence(schema, row))
                .sorted(Comparator.comparing(each -> each.sequence().name())).toList();
    }

    private static ReflectedSequence sequence(String schema, CatalogRow row) {
        SqlType<?> type = switch (row.textOrEmpty("data_type")) {
            case "SMALLINT" -> Types.SMALLINT;
            case "INTEGER" -> Types.INTEGER;
            default -> null;
        };
        long maximum = type == null ? Long.MAX_VALUE : type == Types.INTEGER ? Integer.MAX_VALUE : Short.MAX_VALUE;
        return ReflectedSequence.of(schema, shown(row.textOrEmpty("name")), row, type, maximum, DEFAULT_CACHE);
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return catalog
                .rows("SELECT TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES WHERE STORAGE_TYPE LIKE '%TEMPORARY' "
                        + "AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'")
                .stream().map(row -> shown(row.textOrEmpty("name"))).sorted()
                .toList();
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return !catalog.rows(
                "SELECT 1 AS found FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_NAME = ? AND SEQUENCE_SCHEMA = "
                        + CURRENT,
                stored(sequence), stored(schema), stored(schema)).isEmpty();
    }

    @Override
    public boolean hasType(CatalogQueries catalog, String schema, String type) {
        return !catalog.rows(
                "SELECT 1 AS found FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_NAME = ? AND DOMAIN_SCHEMA = "
                        + CURRENT,
                stored(type),
                stored(schema), stored(schema)).isEmpty();
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        String in = stored(schema);
        var columns = catalog.rows(
                "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, DTD_IDENTIFIER, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, "
                        + "DATETIME_PRECISION, INTERVAL_TYPE, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, IDENTITY_GENERATION, IDENTITY_START, "
                        + "IDENTITY_INCREMENT, GENERATION_EXPRESSION, '' AS generation_storage, COLUMN_ON_UPDATE AS on_update, "
                        + "'' AS collation_name, CASE WHEN NOT IS_VISIBLE THEN 'INVISIBLE' WHEN DEFAULT_ON_NULL THEN 'DEFAULT ON NULL' "
                        + "END AS unmodelled, IDENTITY_CYCLE, NULLIF(IDENTITY_CACHE, 32) AS IDENTITY_CACHE, "
                        + "CASE WHEN IDENTITY_INCREMENT > 0 THEN NULLIF(IDENTITY_MINIMUM, 1) END AS IDENTITY_MINIMUM, "
                        + "CASE WHEN IDENTITY_INCREMENT > 0 THEN NULLIF(IDENTITY_MAXIMUM, CASE DATA_TYPE WHEN 'SMALLINT' THEN 32767 "
                        + "WHEN 'INTEGER' THEN 2147483647 WHEN 'TINYINT' THEN 127 ELSE 9223372036854775807 END) END AS IDENTITY_MAXIMUM, "
                        + "REMARKS "
                        + "FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = " + CURRENT
                        + " ORDER BY TABLE_NAME, ORDINAL_POSITION",
                in, in);
        var constraints = new ArrayList<>(H2RenamedColumns.corrected(
                catalog.rows(
                        "SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, c.CONSTRAINT_TYPE, k.COLUMN_NAME, c.REMARKS AS constraint_remarks, "
                                + "CASE WHEN c.NULLS_DISTINCT = 'NO' THEN 'NULLS NOT DISTINCT of ' || k.CONSTRAINT_NAME END AS unmodelled, "
                                + "NULLIF(p.TABLE_SCHEMA, k.TABLE_SCHEMA) AS referred_schema, p.TABLE_NAME AS referred_table, p.COLUMN_NAME AS referred_column, NULLIF(r.UPDATE_RULE, 'RESTRICT') AS update_rule, NULLIF(r.DELETE_RULE, 'RESTRICT') AS delete_rule "
                                + "FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS c "
                                + "ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME "
                                + "LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA "
                                + "AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE p "
                                + "ON p.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA AND p.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME "
                                + "AND p.ORDINAL_POSITION = k.POSITION_IN_UNIQUE_CONSTRAINT WHERE k.TABLE_SCHEMA = "
                                + CURRENT
                                + " ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION",
                        in, in),
                columns, catalog, in, CURRENT));
        constraints.addAll(catalog.rows("SELECT c.TABLE_NAME, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE, k.CHECK_CLAUSE, "
                + "c.REMARKS AS constraint_remarks "
                + "FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS k "
                + "ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME "
                + "WHERE c.CONSTRAINT_TYPE = 'CHECK' AND c.TABLE_SCHEMA = " + CURRENT, in, in));
        var indexes = catalog.rows(
                "SELECT i.TABLE_NAME, i.INDEX_NAME, i.INDEX_TYPE_NAME, i.NULLS_DISTINCT, ic.COLUMN_NAME, ic.IS_UNIQUE, "
                        + "ic.ORDERING_SPECIFICATION, ic.NULL_ORDERING FROM INFORMATION_SCHEMA.INDEXES i "
                        + "JOIN INFORMATION_SCHEMA.INDEX_COLUMNS ic ON ic.INDEX_SCHEMA = i.INDEX_SCHEMA AND ic.INDEX_NAME = i.INDEX_NAME "
                        + "WHERE i.IS_GENERATED = FALSE AND i.INDEX_TYPE_NAME <> 'PRIMARY KEY' AND i.TABLE_SCHEMA = "
                        + CURRENT
                        + " ORDER BY i.TABLE_NAME, i.INDEX_NAME, ic.ORDINAL_POSITION",
                in, in);
        var tables = catalog.rows(
                "SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = " + CURRENT, in, in);
        var parts = H2TypeParts.of(catalog, in);
        var known = names.stream().map(name -> shown(stored(name))).collect(Collectors.toSet());
        return new InformationSchema(H2SchemaReader::shown, types(), row -> type(row, parts), H2Indexes::index,
                row -> Map.of()).tables(
                        schema,
                        known, tables, columns,
                        constraints, indexes);
    }

    private static SqlType<?> type(CatalogRow row, H2TypeParts parts) {
        String table = row.textOrEmpty("table_name");
        String part = row.textOrEmpty("dtd_identifier");
        return switch (row.textOrEmpty("data_type")) {
            case "ARRAY" -> new ArrayType<>(type(parts.element(table, part), parts));
            case "ENUM" -> H2TypeCatalog.INSTANCE.read(ReflectedTypeName.of(parts.enumName(table, part)));
            default -> H2TypeCatalog.INSTANCE.read(ReflectedTypeName.of(typeName(row)));
        };
    }

    private static String typeName(CatalogRow row) {
        String name = row.textOrEmpty("data_type");
        return switch (name) {
            case "CHARACTER VARYING", "CHARACTER", "VARCHAR_IGNORECASE", "BINARY VARYING", "BINARY" -> {
                long length = row.number("character_maximum_length");
                yield length >= 1_000_000 ? name : name + "(" + length + ")";
            }
            case "NUMERIC", "DECIMAL" -> row.number("numeric_precision") >= 100_000 ? name
                    : name + "(" + row.number("numeric_precision") + "," + row.number("numeric_scale") + ")";
            case "DECFLOAT" -> row.number("numeric_precision") >= 100_000 ? name
                    : name + "(" + row.number("numeric_precision") + ")";
            case "TIME", "TIMESTAMP", "TIME WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE" -> {
                long digits = row.number("datetime_precision");
                int space = name.indexOf(' ');
                int end = space < 0 ? name.length() : space;
                yield digits == 6 ? name : name.substring(0, end) + "(" + digits + ")" + name.substring(end);
            }
            case "INTERVAL" -> (name + " " + row.textOrEmpty("interval_type")).strip();
            default -> name;
        };
    }
}
