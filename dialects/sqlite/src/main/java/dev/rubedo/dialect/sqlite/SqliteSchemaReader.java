package dev.rubedo.dialect.sqlite;

import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedForeignKey;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedPrimaryKey;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.ReflectedUniqueConstraint;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader of SQLite's catalog. It joins the pragma functions to the list of tables, with five queries for any number
 * of tables. The names of primary keys, foreign keys and unique constraints are found only in the text of CREATE TABLE,
 * which is parsed. A schema is an attached database. Immutable.
 */
final class SqliteSchemaReader implements SchemaReader {

    static final SqliteSchemaReader INSTANCE = new SqliteSchemaReader();

    private static final int STORED = 3;

    private SqliteSchemaReader() {}

    @Override
    public TypeCatalog types() {
        return SqliteTypeCatalog.INSTANCE;
    }

    @Override
    public String defaultSchema(CatalogQueries catalog) {
        return "main";
    }

    @Override
    public List<String> schemaNames(CatalogQueries catalog) {
        return catalog.rows("SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY name").stream()
                .map(row -> row.textOrEmpty("name"))
                .toList();
    }

    @Override
    public List<String> tableNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "table");
    }

    @Override
    public List<String> viewNames(CatalogQueries catalog, String schema) {
        return names(catalog, schema, "view");
    }

    private static List<String> names(CatalogQueries catalog, String schema, String kind) {
        return catalog
                .rows("SELECT name FROM " + master(schema)
                        + " WHERE type = ? AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name", kind)
                .stream().map(row -> row.textOrEmpty("name")).toList();
    }

    private static String master(String schema) {
        return schema.isEmpty() ? "sqlite_master" : "\"" + schema.replace("\"", "\"\"") + "\".sqlite_master";
    }

    @Override
    public List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return catalog.rows("SELECT name, sql FROM " + master(schema) + " WHERE type = 'view' ORDER BY name").stream()
                .map(row -> new ReflectedView(schema, row.textOrEmpty("name"), query(row.textOrEmpty("sql")), false))
                .toList();
    }

    /** Returns the text after AS in CREATE VIEW; a column list before it is not part of the query. */
    private static String query(String sql) {
        var tokens = SqliteTokens.of(sql);
        return tokens.between(tokens.find(0, "AS") + 1, tokens.tokens().size()).sql();
    }

    @Override
    public List<String> temporaryTableNames(CatalogQueries catalog) {
        return temporary(catalog, "table");
    }

    @Override
    public List<String> temporaryViewNames(CatalogQueries catalog) {
        return temporary(catalog, "view");
    }

    private static List<String> temporary(CatalogQueries catalog, String kind) {
        return catalog
                .rows("SELECT name FROM sqlite_temp_master WHERE type = ? AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
                        + "ORDER BY name", kind)
                .stream().map(row -> row.textOrEmpty("name")).toList();
    }

    @Override
    public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
        String from = " FROM " + master(schema) + " m, ";
        String database = schema.isEmpty() ? "main" : schema;
        String where = " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
                + (names.size() == 1 ? " AND m.name = ?" : "");
        Object[] one = names.size() == 1 ? new Object[]{database, names.iterator().next()} : new Object[]{database};
        var texts = texts(catalog, schema);
        var columns = group(
                catalog.rows("SELECT m.name AS table_name, c.*" + from + "pragma_table_xinfo(m.name, ?) c" + where
                        + " ORDER BY m.name, c.cid", one));
        var keys = group(
                catalog.rows("SELECT m.name AS table_name, k.*, COALESCE((SELECT r.name FROM " + master(schema)
                        + " r WHERE r.type = 'table' AND r.name = k.\"table\" COLLATE NOCASE), k.\"table\") AS referred,"
                        + " COALESCE(k.\"to\", (SELECT p.name FROM pragma_table_info(k.\"table\", m.database) p"
                        + " WHERE p.pk = k.seq + 1), k.\"from\") AS referred_column FROM (SELECT *, ? AS database FROM "
                        + master(schema) + ") m, pragma_foreign_key_list(m.name, m.database) k" + where
                        + " ORDER BY m.name, k.id, k.seq", one));
        var indexes = group(catalog.rows(
                "SELECT m.name AS table_name, i.name AS index_name, i.\"unique\" AS is_unique, i.origin, t.sql, ii.seqno, ii.name,"
                        + " ii.\"desc\" AS is_descending FROM (SELECT *, ? AS database FROM " + master(schema)
                        + ") m, pragma_index_list(m.name, m.database) i, pragma_index_xinfo(i.name, m.database) ii LEFT JOIN "
                        + master(schema) + " t ON t.type = 'index' AND t.name = i.name" + where
                        + " AND ii.\"key\" = 1 ORDER BY m.name, i.name, ii.seqno",
                one));
        return names.stream().sorted().filter(columns::containsKey)
                .map(name -> table(schema, name, texts.getOrDefault(name, ""),
                        columns.getOrDefault(name, List.of()), keys.getOrDefault(name, List.of()),
                        indexes.getOrDefault(name, List.of())))
                .toList();
    }

    private static Map<String, String> texts(CatalogQueries catalog, String schema) {
        var texts = new LinkedHashMap<String, String>();
        catalog.rows("SELECT name, sql FROM " + master(schema) + " WHERE type = 'table'")
                .forEach(row -> texts.put(row.textOrEmpty("name"), row.textOrEmpty("sql")));
        return texts;
    }

    private static Map<String, List<CatalogRow>> group(List<CatalogRow> rows) {
        var groups = new LinkedHashMap<String, List<CatalogRow>>();
        rows.forEach(row -> groups.computeIfAbsent(row.textOrEmpty("table_name"), name -> new ArrayList<>()).add(row));
        return groups;
    }

    private static ReflectedTable table(String schema, String name, String sql, List<CatalogRow> columns,
            List<CatalogRow> keys,
            List<CatalogRow> indexes) {
        var definition = SqliteDefinition.of(sql);
        var primaryKey = columns.stream().filter(row -> row.number("pk") > 0)
                .sorted(Comparator.comparingLong(row -> row.number("pk")))
                .map(row -> row.textOrEmpty("name")).toList();
        boolean counts = primaryKey.size() == 1 && columns.stream().filter(row -> row.number("pk") > 0)
                .allMatch(row -> row.textOrEmpty("type").equalsIgnoreCase("INTEGER"));
        return new ReflectedTable(schema, name, "",
                columns.stream().filter(row -> row.number("hidden") != 1).map(row -> column(row, counts, definition))
                        .toList(),
                new ReflectedPrimaryKey(definition.primaryKeyName(), primaryKey, Deferrability.DEFAULT,
                        primaryKey.isEmpty() ? ConstraintDetails.NONE : definition.primaryKeyDetails()),
                foreignKeys(keys, definition),
                uniques(indexes, definition), definition.checks(), List.of(), indexes(indexes),
                definition.tableOptions(), List.of(), definition.unmodelled());
    }

    private static ReflectedColumn column(CatalogRow row, boolean counts, SqliteDefinition definition) {
        String name = row.textOrEmpty("name");
        String type = row.textOrEmpty("type").replaceFirst("(?i)\\s*\\bGENERATED ALWAYS$", "");
        boolean isKey = row.number("pk") > 0;
        String collation = definition.collation(name);
        var plain = SqliteTypeCatalog.INSTANCE.read(ReflectedTypeName.of(type));
        var collated = collation.isEmpty() ? Optional.<SqlType<?>>of(plain)
                : SqliteTypeCatalog.INSTANCE.collated(plain, collation);
        return new ReflectedColumn(name, type, collated.orElse(plain), !row.truth("notnull") && !isKey,
                row.textOrEmpty("dflt_value"), isKey && counts, null,
                row.number("hidden") > 1 ? definition.computed(name, row.number("hidden") == STORED) : null, "",
                collation,
                "", collated.isPresent() ? "" : "collation " + collation);
    }

    private static List<ReflectedForeignKey> foreignKeys(List<CatalogRow> rows, SqliteDefinition definition) {
        var groups = new LinkedHashMap<Long, List<CatalogRow>>();
        rows.forEach(row -> groups.computeIfAbsent(row.number("id"), id -> new ArrayList<>()).add(row));
        var keys = new ArrayList<ReflectedForeignKey>();
        for (var group : groups.values()) {
            var columns = group.stream().map(row -> row.textOrEmpty("from")).toList();
            var first = group.get(0);
            var referred = group.stream().map(row -> row.textOrEmpty("referred_column")).toList();
            keys.add(new ReflectedForeignKey(definition.foreignKeyName(columns), columns, "",
                    first.textOrEmpty("referred"),
                    referred,
                    action(first.textOrEmpty("on_update")), action(first.textOrEmpty("on_delete")),
                    ForeignKeyMatch.DEFAULT, definition.deferrability(columns), ConstraintDetails.NONE));
        }
        keys.sort(Comparator.comparing(ReflectedForeignKey::name).thenComparing(key -> key.columns().toString()));
        return keys;
    }

    private static String action(String sql) {
        return sql.equals("NO ACTION") ? "" : sql;
    }

    private static Map<String, List<CatalogRow>> byIndex(List<CatalogRow> rows) {
        var groups = new LinkedHashMap<String, List<CatalogRow>>();
        rows.forEach(row -> groups.computeIfAbsent(row.textOrEmpty("index_name"), name -> new ArrayList<>()).add(row));
        return groups;
    }

    private static List<ReflectedUniqueConstraint> uniques(List<CatalogRow> rows, SqliteDefinition definition) {
        return byIndex(rows).values().stream().filter(group -> group.get(0).textOrEmpty("origin").equals("u"))
                .map(group -> group.stream().map(row -> row.textOrEmpty("name")).toList())
                .map(columns -> new ReflectedUniqueConstraint(definition.uniqueName(columns), columns,
                        Deferrability.DEFAULT, definition.uniqueDetails(columns)))
                .sorted(Comparator.comparing(ReflectedUniqueConstraint::name)
                        .thenComparing(unique -> unique.columns().toString()))
                .toList();
    }

    private static List<ReflectedIndex> indexes(List<CatalogRow> rows) {
        return byIndex(rows).values().stream().filter(group -> group.get(0).textOrEmpty("origin").equals("c"))
                .map(SqliteIndexes::index).toList();
    }
}
