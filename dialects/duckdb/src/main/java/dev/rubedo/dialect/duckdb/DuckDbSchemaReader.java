package dev.rubedo.dialect.duckdb;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedCheckConstraint;
import dev.rubedo.reflect.ReflectedForeignKey;
import dev.rubedo.reflect.ReflectedPrimaryKey;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedUniqueConstraint;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A reader of DuckDB's catalog functions, with four queries for any number of tables. Immutable. */
final class DuckDbSchemaReader implements SchemaReader {

    static final DuckDbSchemaReader INSTANCE = new DuckDbSchemaReader();

    private static final String IN_SCHEMA = "database_name = current_database() AND schema_name = CASE WHEN CAST(? AS "
            + "VARCHAR) = '' THEN current_schema() ELSE CAST(? AS VARCHAR) END";
    private static final Pattern KEY_DEFAULT = Pattern.compile("nextval\\('(?:.*\\.)?\"?(.*?)\"?'\\)");
    private static final Pattern GENERATED = Pattern.compile(
            "(?:\\(|, )(\"(?:[^\"]|\"\")+\"|\\w+) [A-Z][A-Z_ ]*(?:\\([^)]*\\))?(?:\\[\\d*])* GENERATED ALWAYS AS");
    private static final Pattern VIEW = Pattern.compile("(?is)^CREATE (?:OR REPLACE )?VIEW .*? AS (.*?);?$");
    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type, is_nullable, column_default, FALSE AS is_identity,
              '' AS identity_generation, '' AS generation_expression, '' AS generation_storage, NULL AS on_update,
              NULL AS collation_name, NULL AS unmodelled, comment AS remarks
            FROM duckdb_columns() WHERE NOT internal AND\s""";
    private static final String CONSTRAINTS = """
            SELECT table_name, CAST(constraint_index AS VARCHAR) AS constraint_name, constraint_type,
              unnest(constraint_column_names) AS column_name, NULL AS referred_schema, referenced_table AS referred_table,
              unnest(CASE WHEN constraint_type = 'FOREIGN KEY' THEN referenced_column_names ELSE constraint_column_names END)
                AS referred_column, NULL AS update_rule, NULL AS delete_rule, expression AS check_clause
            FROM duckdb_constraints() WHERE constraint_type <> 'NOT NULL' AND\s""";

    private DuckDbSchemaReader() {}

    @Override
    public TypeCatalog types() {
        return DuckDbTypeCatalog.INSTANCE;
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return catalog.rows("SELECT current_schema() AS name").get(0).textOrEmpty("name");
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return catalog.rows("SELECT schema_name AS name FROM duckdb_schemas() WHERE database_name = current_database() "
                + "AND schema_name NOT IN ('information_schema', 'pg_catalog')").stream()
                .map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    private static List<String> names(CatalogQueries catalog, String of, String schema) {
        return catalog.rows("SELECT " + of + " AND " + IN_SCHEMA, schema, schema).stream()
                .map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog, "table_name AS name FROM duckdb_tables() WHERE NOT internal AND NOT temporary", schema);
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog, "view_name AS name FROM duckdb_views() WHERE NOT internal AND NOT temporary", schema);
    }

    @Override
    public List<String> temporaryViewNames(CatalogQueries catalog) {
        return catalog.rows("SELECT view_name AS name FROM duckdb_views() WHERE temporary AND NOT internal").stream()
                .map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return catalog.rows("SELECT table_name AS name FROM duckdb_tables() WHERE temporary").stream()
                .map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    /** The catalog contains the whole statement. */
    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return catalog
                .rows("SELECT view_name AS name, sql FROM duckdb_views() WHERE NOT internal AND NOT temporary AND "
                        + IN_SCHEMA, schema, schema)
                .stream()
                .map(row -> new ReflectedView(schema, row.textOrEmpty("name"),
                        VIEW.matcher(row.textOrEmpty("sql").strip()).replaceFirst("$1"), false))
                .sorted(Comparator.comparing(ReflectedView::name)).toList();
    }

    /** Sequences of auto-increment keys are not listed. */
    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        var owned = catalog.rows("SELECT table_name, column_name, column_default FROM duckdb_columns() WHERE "
                + "column_default LIKE 'nextval(%' AND " + IN_SCHEMA, schema, schema).stream()
                .filter(DuckDbSchemaReader::isKey).map(DuckDbSchemaReader::keySequence).toList();
        return catalog.rows("SELECT sequence_name AS name, start_value, min_value AS minimum_value, "
                + "max_value AS maximum_value, increment_by AS increment, cycle AS cycles, 0 AS cache_size, "
                + "FALSE AS is_owned FROM duckdb_sequences() WHERE NOT temporary AND " + IN_SCHEMA, schema, schema)
                .stream().filter(row -> !owned.contains(row.textOrEmpty("name")))
                .map(row -> ReflectedSequence.of(schema, row.textOrEmpty("name"), row, null, Long.MAX_VALUE, 0))
                .sorted(Comparator.comparing(each -> each.sequence().name())).toList();
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return names(catalog, "sequence_name AS name FROM duckdb_sequences() WHERE TRUE", schema).contains(sequence);
    }

    /** Returns whether the default of a column is the next value of the sequence that was created with its table. */
    private static boolean isKey(CatalogRow row) {
        var match = KEY_DEFAULT.matcher(row.textOrEmpty("column_default"));
        return match.matches() && match.group(1).equals(keySequence(row));
    }

    private static String keySequence(CatalogRow row) {
        return row.textOrEmpty("table_name") + "_" + row.textOrEmpty("column_name") + "_seq";
    }

    /** Computed columns can only be recognized in the statement that created the table. */
    private static boolean isGenerated(CatalogRow column, List<CatalogRow> tables) {
        String table = column.textOrEmpty("table_name");
        String name = column.textOrEmpty("column_name");
        return column.text("column_default") != null && tables.stream()
                .filter(row -> row.textOrEmpty("table_name").equals(table))
                .flatMap(row -> GENERATED.matcher(row.textOrEmpty("sql")).results())
                .anyMatch(match -> match.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\"").equals(name));
    }

    /** The expression is listed as a default, cast to the type of the column. */
    private static CatalogRow generated(CatalogRow row) {
        String end = " AS " + row.textOrEmpty("data_type").replace(",", ", ") + ")";
        String listed = row.textOrEmpty("column_default");
        String sql = listed.startsWith("CAST(") && listed.endsWith(end)
                ? listed.substring("CAST(".length(), listed.length() - end.length()) : listed;
        return row.changed("generation_expression", text -> sql).changed("generation_storage", text -> "VIRTUAL")
                .changed("column_default", text -> "");
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var tables = catalog
                .rows("SELECT table_name, comment AS remarks, sql FROM duckdb_tables() WHERE NOT internal AND "
                        + IN_SCHEMA
                        + " UNION ALL SELECT view_name, comment, NULL FROM duckdb_views() WHERE NOT internal AND "
                        + IN_SCHEMA, schema, schema, schema, schema);
        var columns = catalog.rows(COLUMNS + IN_SCHEMA + " ORDER BY table_name, column_index", schema, schema).stream()
                .map(row -> isKey(row)
                        ? row.changed("column_default", text -> "").changed("is_identity", text -> "YES") : row)
                .map(row -> isGenerated(row, tables) ? generated(row) : row).toList();
        var constraints = catalog.rows(CONSTRAINTS + IN_SCHEMA + " ORDER BY table_name, constraint_index", schema,
                schema);
        var indexes = catalog.rows("SELECT table_name, index_name, is_unique, unnest(terms) AS expression, "
                + "unnest(range(len(terms))) AS place FROM (SELECT table_name, index_name, is_unique, "
                + "CAST(expressions AS VARCHAR[]) AS terms FROM duckdb_indexes() WHERE NOT is_primary AND " + IN_SCHEMA
                + ") ORDER BY table_name, index_name, place", schema, schema);
        return new InformationSchema(name -> name, types(),
                row -> types().read(ReflectedTypeName.of(row.textOrEmpty("data_type"))), DuckDbIndexes::index,
                row -> Map.of()).tables(schema, names, tables, columns, constraints, indexes).stream()
                .map(DuckDbSchemaReader::withoutNumbers).toList();
    }

    /** Returns a table whose constraints have no names, because the declared names are lost. */
    private static ReflectedTable withoutNumbers(ReflectedTable table) {
        return new ReflectedTable(table.schema(), table.name(), table.comment(), table.columns(),
                ReflectedPrimaryKey.of("", table.primaryKey().columns()),
                table.foreignKeys().stream().map(key -> new ReflectedForeignKey("", key.columns(), key.referredSchema(),
                        key.referredTable(), key.referredColumns(), key.onUpdate(), key.onDelete(), key.match(),
                        key.deferrability(), key.details())).toList(),
                table.uniqueConstraints().stream().map(unique -> new ReflectedUniqueConstraint("", unique.columns(),
                        unique.deferrability(), unique.details())).toList(),
                table.checks().stream().map(check -> new ReflectedCheckConstraint("", check.column(), check.sql(),
                        check.details())).toList(),
                table.exclusions(), table.indexes(), table.options(), table.parents(), table.unmodelled());
    }
}
