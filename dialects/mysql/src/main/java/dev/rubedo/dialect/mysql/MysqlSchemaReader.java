package dev.rubedo.dialect.mysql;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.InformationSchema;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reader of the INFORMATION_SCHEMA of MySQL and MariaDB, with four queries for any number of tables. A schema is a
 * database. A plain unique index is reported as a unique constraint, because the two are the same there. Immutable.
 */
final class MysqlSchemaReader implements SchemaReader {

    private static final long DEFAULT_CACHE = 1000;
    private static final String IN_SCHEMA = "TABLE_SCHEMA = COALESCE(NULLIF(?, ''), DATABASE())";
    // a default in MariaDB is SQL; in MySQL it is the bare text, unless it is marked as an expression
    private static final String COLUMNS = """
            SELECT c.TABLE_NAME AS table_name, COLUMN_NAME AS column_name, COLUMN_TYPE AS data_type, IS_NULLABLE AS is_nullable,
              CASE WHEN COALESCE(GENERATION_EXPRESSION, '') <> '' THEN NULL
                WHEN COLUMN_DEFAULT = 'NULL' AND VERSION() LIKE '%MariaDB%' THEN NULL
                WHEN COLUMN_DEFAULT IS NULL OR VERSION() LIKE '%MariaDB%' OR EXTRA LIKE '%DEFAULT_GENERATED%'
                  OR DATA_TYPE NOT IN ('char', 'varchar', 'date', 'datetime', 'timestamp', 'time', 'enum', 'set') THEN COLUMN_DEFAULT
                ELSE QUOTE(COLUMN_DEFAULT) END AS column_default,
              CASE WHEN EXTRA LIKE '%auto_increment%' THEN 'YES' ELSE 'NO' END AS is_identity, '' AS identity_generation,
              GENERATION_EXPRESSION AS generation_expression, EXTRA LIKE '%DEFAULT_GENERATED%' AS is_expression,
              CASE WHEN EXTRA LIKE '%VIRTUAL%' THEN 'VIRTUAL' WHEN EXTRA LIKE '%GENERATED%' OR EXTRA LIKE '%PERSISTENT%' THEN 'STORED' END
                AS generation_storage,
              CASE WHEN EXTRA LIKE '%on update %' THEN SUBSTRING_INDEX(SUBSTRING(EXTRA, LOCATE('on update ', EXTRA) + 10), ' ', 1) END
                AS on_update,
              CASE WHEN c.COLLATION_NAME <> t.TABLE_COLLATION THEN c.COLLATION_NAME END AS collation_name,
              CASE WHEN EXTRA LIKE '%INVISIBLE%' THEN 'INVISIBLE' END AS unmodelled, COLUMN_COMMENT AS remarks
            FROM INFORMATION_SCHEMA.COLUMNS c LEFT JOIN INFORMATION_SCHEMA.TABLES t
              ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
            WHERE c.""" + IN_SCHEMA + " ORDER BY c.TABLE_NAME, ORDINAL_POSITION";
    private static final String TABLES = """
            SELECT t.TABLE_NAME AS table_name, CASE TABLE_TYPE WHEN 'VIEW' THEN '' ELSE TABLE_COMMENT END AS remarks,
              CASE TABLE_TYPE WHEN 'VIEW' THEN NULL ELSE ENGINE END AS engine, TABLE_COLLATION AS table_collation,
              CASE TABLE_TYPE WHEN 'VIEW' THEN NULL ELSE CREATE_OPTIONS END AS create_options,
              (SELECT CONCAT('partitioning by ', MIN(p.PARTITION_METHOD), ' of ', MIN(p.PARTITION_EXPRESSION))
                FROM INFORMATION_SCHEMA.PARTITIONS p WHERE p.TABLE_SCHEMA = t.TABLE_SCHEMA AND p.TABLE_NAME = t.TABLE_NAME
                AND p.PARTITION_METHOD IS NOT NULL) AS unmodelled
            FROM INFORMATION_SCHEMA.TABLES t
            WHERE t.""" + IN_SCHEMA;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern CREATE_OPTION = Pattern.compile("(\\w+)=(\"[^\"]*\"|'[^']*'|\\S+)");
    /**
     * The options that CREATE TABLE accepts in the form in which they are listed; others appear as options of the
     * column or are unset.
     */
    private static final Set<String> OPTIONS = Set.of("row_format", "avg_row_length", "checksum", "delay_key_write",
            "key_block_size", "max_rows", "min_rows", "pack_keys", "stats_auto_recalc", "stats_persistent",
            "stats_sample_pages", "page_checksum", "transactional");
    private static final String CONSTRAINTS = """
            SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, c.CONSTRAINT_TYPE AS constraint_type,
              k.COLUMN_NAME AS column_name, NULLIF(k.REFERENCED_TABLE_SCHEMA, k.TABLE_SCHEMA) AS referred_schema,
              k.REFERENCED_TABLE_NAME AS referred_table, k.REFERENCED_COLUMN_NAME AS referred_column,
              NULLIF(r.UPDATE_RULE, 'RESTRICT') AS update_rule, NULLIF(r.DELETE_RULE, 'RESTRICT') AS delete_rule
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
              ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND c.TABLE_NAME = k.TABLE_NAME AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME
              LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
              AND r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
            WHERE k.""" + IN_SCHEMA + " ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION";
    // an index with the name of a foreign key was created for it; a plain unique index is a unique constraint; the
    // columns differ by server and version
    private static final String INDEXES = """
            SELECT s.* FROM INFORMATION_SCHEMA.STATISTICS s WHERE s.INDEX_NAME <> 'PRIMARY' AND NOT EXISTS (SELECT 1
              FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r WHERE r.CONSTRAINT_SCHEMA = s.TABLE_SCHEMA AND r.TABLE_NAME = s.TABLE_NAME
              AND r.CONSTRAINT_NAME = s.INDEX_NAME) AND s.""" + IN_SCHEMA
            + " ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX";

    private final MysqlTypeCatalog types;
    private final MysqlIndexes indexes;
    private final Dialect dialect;

    MysqlSchemaReader(Dialect dialect) {
        this.dialect = dialect;
        this.types = new MysqlTypeCatalog(dialect);
        this.indexes = new MysqlIndexes(dialect.traits().name());
    }

    @Override
    public TypeCatalog types() {
        return types;
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return catalog.rows("SELECT DATABASE() AS name").get(0).textOrEmpty("name");
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return catalog.rows("SELECT SCHEMA_NAME AS name FROM INFORMATION_SCHEMA.SCHEMATA "
                + "WHERE SCHEMA_NAME NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')").stream()
                .map(row -> row.textOrEmpty("name")).sorted().toList();
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
        return catalog
                .rows("SELECT TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = ? AND " + IN_SCHEMA,
                        kind, schema)
                .stream().map(row -> row.textOrEmpty("name")).sorted().toList();
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return catalog
                .rows("SELECT TABLE_NAME AS name, VIEW_DEFINITION AS definition FROM INFORMATION_SCHEMA.VIEWS WHERE "
                        + IN_SCHEMA, schema)
                .stream()
                .map(row -> new ReflectedView(schema, row.textOrEmpty("name"), row.textOrEmpty("definition"), false))
                .sorted(Comparator.comparing(ReflectedView::name)).toList();
    }

    /** A sequence of MariaDB is a table with one row, whose columns are the options. */
    @Override
    public List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        var names = names(catalog, schema, "SEQUENCE");
        if (names.isEmpty()) {
            return List.of();
        }
        String prefix = schema.isEmpty() ? "" : quoted(schema) + ".";
        String all = names.stream()
                .map(name -> "SELECT ? AS name, start_value, minimum_value, maximum_value, increment, "
                        + "cache_size, cycle_option AS cycles, 0 AS is_owned FROM " + prefix + quoted(name))
                .collect(Collectors.joining(" UNION ALL "));
        return catalog.rows(all, names.toArray()).stream().map(row -> ReflectedSequence.of(schema,
                row.textOrEmpty("name"), row, null, Long.MAX_VALUE - 1, DEFAULT_CACHE))
                .sorted(Comparator.comparing(each -> each.sequence().name())).toList();
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** MariaDB lists temporary tables since 11.2; MySQL does not list them. */
    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return names(catalog, "", "TEMPORARY");
    }

    @Override
    public boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return names(catalog, schema, "SEQUENCE").contains(sequence);
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        var tables = catalog.rows(TABLES, schema);
        var indexRows = unescaped(catalog.rows(INDEXES, schema), "expression");
        var special = MysqlIndexes.special(indexRows);
        var constraints = catalog.rows(CONSTRAINTS, schema).stream()
                // a key with the name of a check
                .filter(row -> !row.textOrEmpty("constraint_type").equals("CHECK"))
                .filter(row -> !row.textOrEmpty("constraint_type").equals("UNIQUE")
                        || !special
                                .contains(List.of(row.textOrEmpty("table_name"), row.textOrEmpty("constraint_name"))))
                .collect(Collectors.toCollection(ArrayList::new));
        var checks = checks(catalog, schema);
        var documents = checks.stream().filter(MysqlSchemaReader::isOfJson).map(MysqlSchemaReader::place)
                .collect(Collectors.toSet());
        checks.stream().filter(row -> !isOfJson(row)).forEach(constraints::add);
        var columns = columns(catalog, schema).stream()
                .map(row -> documents.contains(List.of(row.textOrEmpty("table_name"), row.textOrEmpty("column_name")))
                        ? json(row)
                        : row)
                .toList();
        return new InformationSchema(name -> name.equals("PRIMARY") ? "" : name, types, this::type, indexes::index,
                this::options)
                .tables(schema,
                        names, tables, columns, constraints,
                        indexRows.stream()
                                .filter(row -> row.truth("non_unique") || special.contains(MysqlIndexes.key(row)))
                                .toList());
    }

    /** In MariaDB, JSON is LONGTEXT with a check of the column. */
    private static boolean isOfJson(CatalogRow check) {
        return check.has("check_column") && check.textOrEmpty("check_clause")
                .equals("json_valid(`" + check.textOrEmpty("check_column").replace("`", "``") + "`)");
    }

    private static CatalogRow json(CatalogRow column) {
        return column.textOrEmpty("data_type").startsWith("longtext")
                ? column.changed("data_type", type -> "json").changed("collation_name", collation -> "")
                : column;
    }

    private static List<String> place(CatalogRow check) {
        return List.of(check.textOrEmpty("table_name"), check.textOrEmpty("check_column"));
    }

    private List<CatalogRow> columns(CatalogQueries catalog, String schema) {
        return unescaped(catalog.rows(COLUMNS, schema), "generation_expression").stream()
                .map(row -> isEscaped() && row.truth("is_expression") ? row.changed("column_default",
                        MysqlSchemaReader::unescaped) : row)
                .toList();
    }

    /** Returns rows without the escapes that MySQL 8.0 and later put before each quotation mark of an expression. */
    private List<CatalogRow> unescaped(List<CatalogRow> rows, String column) {
        return !isEscaped() ? rows
                : rows.stream().map(row -> row.has(column) ? row.changed(column, MysqlSchemaReader::unescaped) : row)
                        .toList();
    }

    private boolean isEscaped() {
        return dialect.name().equals("mysql") && dialect.traits().version().isAtLeast(8, 0);
    }

    private static String unescaped(String sql) {
        return ESCAPE.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(switch (match.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "0" -> "\0";
            case String character -> character;
        }));
    }

    private Map<String, String> options(CatalogRow row) {
        var options = new TreeMap<String, String>();
        if (row.text("engine") != null) {
            options.put("engine", row.textOrEmpty("engine"));
            String collation = row.textOrEmpty("table_collation");
            options.put("charset", collation.replaceFirst("_.*", ""));
            options.put("collate", collation);
        }
        CREATE_OPTION.matcher(row.textOrEmpty("create_options")).results()
                .filter(match -> OPTIONS.contains(match.group(1).toLowerCase(Locale.ROOT)))
                .forEach(match -> options.put(match.group(1).toLowerCase(Locale.ROOT), match.group(2)));
        return options.entrySet().stream()
                .collect(Collectors.toMap(each -> dialect.name() + "." + each.getKey(), Map.Entry::getValue));
    }

    /**
     * Check names are unique within a table on MariaDB, and within a schema on MySQL, which does not report their
     * tables.
     */
    private List<CatalogRow> checks(CatalogQueries catalog, String schema) {
        if (!dialect.supports(Feature.CHECK_CONSTRAINTS)) {
            return List.of();
        }
        String columns = "SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, 'CHECK' AS constraint_type, "
                + "c.CHECK_CLAUSE AS check_clause FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS c ";
        String schemas = " WHERE c.CONSTRAINT_SCHEMA = COALESCE(NULLIF(?, ''), DATABASE())";
        return unescaped(catalog.rows(dialect.name().equals("mariadb")
                ? columns.replace("k.CONSTRAINT_NAME", "CASE WHEN LEVEL = 'Table' THEN c.CONSTRAINT_NAME ELSE '' END")
                        .replace("k.", "c.").replace("c.CHECK_CLAUSE",
                                "CASE WHEN LEVEL = 'Column' THEN c.CONSTRAINT_NAME END AS check_column, c.CHECK_CLAUSE")
                        + schemas
                : columns + "JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS k ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA "
                        + "AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND k.CONSTRAINT_TYPE = 'CHECK'" + schemas,
                schema), "check_clause");
    }

    private SqlType<?> type(CatalogRow row) {
        return types.read(ReflectedTypeName.of(row.textOrEmpty("data_type")));
    }
}
