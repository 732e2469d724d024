package dev.rubedo.dialect.postgresql;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads PostgreSQL's pg_catalog, with five queries for any number of tables. Immutable. */
final class PostgresSchemaReader implements SchemaReader {

    static final PostgresSchemaReader INSTANCE = new PostgresSchemaReader();

    private static final String IN_SCHEMA = "n.nspname = COALESCE(NULLIF(?, ''), current_schema())";
    private static final String TABLES = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, obj_description(c.oid, 'pg_class') AS remarks
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = ANY (string_to_array(?, ',')) AND NOT c.relispartition AND %s
            ORDER BY c.relname COLLATE "C"
            """, IN_SCHEMA);
    private static final String COLUMNS = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS data_type,
              e.typname AS named_type, CASE WHEN pg_type_is_visible(e.oid) THEN '' ELSE en.nspname END AS named_schema,
              e.oid::bigint AS named_id,
              CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type, NOT a.attnotnull AS is_nullable, pg_get_expr(d.adbin, d.adrelid) AS column_default,
              (a.attidentity <> '' OR COALESCE(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval(%%') AS is_identity,
              CASE WHEN a.attgenerated <> '' THEN 'ALWAYS' ELSE 'NEVER' END AS is_generated, col_description(c.oid, a.attnum) AS remarks
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN pg_catalog.pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
              JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %s
            ORDER BY c.relname, a.attnum
            """, IN_SCHEMA);
    private static final String CONSTRAINTS = String.format(Locale.ROOT, """
            SELECT c.relname AS table_name, k.conname AS constraint_name,
              CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' ELSE 'FOREIGN KEY' END AS constraint_type,
              a.attname AS column_name, NULLIF(fn.nspname, n.nspname) AS referred_schema, fc.relname AS referred_table,
              fa.attname AS referred_column, %s AS update_rule, %s AS delete_rule
            FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(attnum, pos)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum
              LEFT JOIN pg_catalog.pg_class fc ON fc.oid = k.confrelid LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
              LEFT JOIN pg_catalog.pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = k.confkey[u.pos]
            WHERE k.contype IN ('p', 'u', 'f') AND %s
            ORDER BY c.relname, k.conname, u.pos
            """, action("k.confupdtype"), action("k.confdeltype"), IN_SCHEMA);
    private static final String INDEXES = PostgresIndexes.QUERY + IN_SCHEMA + " ORDER BY c.relname, i.relname, p.pos";

    private static final String LABELS = "SELECT enumtypid::bigint AS named_id, enumlabel AS label FROM pg_catalog.pg_enum ORDER BY enumtypid, enumsortorder";

    private PostgresSchemaReader() {}

    @Override
    public TypeCatalog types() {
        return PostgresTypeCatalog.INSTANCE;
    }

    private static String action(String column) {
        return "CASE " + column + " WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' "
                + "WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END";
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return catalog.rows("SELECT current_schema() AS name").get(0).textOrEmpty("name");
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return names(catalog.rows(
                "SELECT nspname AS table_name FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg~_%' ESCAPE '~' "
                        + "AND nspname <> 'information_schema' ORDER BY nspname COLLATE \"C\""));
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(TABLES, "r,p", schema));
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog.rows(TABLES, "v,m", schema));
    }

    private static List<String> names(List<CatalogRow> rows) {
        return rows.stream().map(row -> row.textOrEmpty("table_name")).toList();
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return names(catalog.rows(TABLES, "S", schema)).contains(sequence);
    }

    @Override
    public boolean hasType(CatalogQueries catalog, String schema, String type) {
        return !catalog.rows(
                "SELECT 1 AS found FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
                        + "WHERE t.typname = ? AND " + IN_SCHEMA,
                type, schema).isEmpty();
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var labels = labels(catalog);
        return new InformationSchema(name -> name, row -> type(row, labels), PostgresIndexes::index).tables(schema,
                names,
                catalog.rows(TABLES, "r,p,v,m,f", schema),
                catalog.rows(COLUMNS, schema), catalog.rows(CONSTRAINTS, schema), catalog.rows(INDEXES, schema));
    }

    private static SqlType<?> type(CatalogRow row, Map<Long, List<String>> labels) {
        return PostgresTypeCatalog.INSTANCE.read(new ReflectedTypeName(row.textOrEmpty("data_type"),
                row.textOrEmpty("named_type"), row.textOrEmpty("named_schema"),
                labels.getOrDefault(row.number("named_id"), List.of()), row.textOrEmpty("base_type")));
    }

    private static Map<Long, List<String>> labels(CatalogQueries catalog) {
        var labels = new HashMap<Long, List<String>>();
        catalog.rows(LABELS).forEach(row -> labels
                .computeIfAbsent(row.number("named_id"), type -> new ArrayList<>()).add(row.textOrEmpty("label")));
        return labels;
    }
}
