package dev.rubedo.reflect;

import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the tables of a database, as they are now. Nothing is cached between two calls.
 *
 * <p>Names are as the database has them. An empty schema name means the default schema of the connection. As
 * thread-safe as the underlying connection or engine.
 */
public final class Inspector {

    private final Function<Function<CatalogQueries, ?>, ?> access;
    private final SchemaReader reader;
    private final List<DialectType<?>> types;

    private Inspector(Function<Function<CatalogQueries, ?>, ?> access, SchemaReader reader,
            List<DialectType<?>> types) {
        this.access = access;
        this.reader = reader;
        this.types = List.copyOf(types);
    }

    /**
     * Returns an inspector on a connection.
     *
     * @param catalog the connection
     * @param reader the schema reader of its database
     * @param types types for columns with their names, in addition to those that the reader knows
     */
    public static Inspector of(CatalogQueries catalog, SchemaReader reader, List<DialectType<?>> types) {
        return new Inspector(question -> question.apply(catalog), reader, types);
    }

    /**
     * Returns an inspector that uses a separate connection for each call.
     *
     * @param access passes a connection to a function and returns its result
     * @param reader the schema reader of the database
     * @param types types for columns with their names, in addition to those that the reader knows
     */
    public static Inspector over(Function<Function<CatalogQueries, ?>, ?> access, SchemaReader reader,
            List<DialectType<?>> types) {
        return new Inspector(access, reader, types);
    }

    // the access returns the result of the function
    @SuppressWarnings("unchecked")
    private <R> R ask(Function<CatalogQueries, R> question) {
        return (R) access.apply(question);
    }

    /** Returns the name of the default schema of connections; empty if the database has none. */
    public String defaultSchema() {
        return ask(reader::defaultSchema);
    }

    /** Returns the names of all schemas, sorted; empty if the database has none. */
    public List<String> schemaNames() {
        return ask(reader::schemaNames);
    }

    /** Returns the names of the tables of the default schema, sorted. */
    public List<String> tableNames() {
        return tableNames("");
    }

    /** Returns the names of the tables of a schema, sorted. */
    public List<String> tableNames(String schema) {
        return ask(catalog -> reader.tableNames(catalog, schema));
    }

    /** Returns the names of the views of the default schema, sorted. */
    public List<String> viewNames() {
        return viewNames("");
    }

    /** Returns the names of the views of a schema, sorted. */
    public List<String> viewNames(String schema) {
        return ask(catalog -> reader.viewNames(catalog, schema));
    }

    /** Returns whether the default schema has a table with this name. */
    public boolean hasTable(String table) {
        return hasTable("", table);
    }

    /** Returns whether a schema has a table with this name. */
    public boolean hasTable(String schema, String table) {
        return spellings(schema).contains(table);
    }

    /** Returns the names of the tables of a schema, in all spellings that metadata may use. */
    public Set<String> spellings(String schema) {
        return tableNames(schema).stream().flatMap(name -> reader.spellings(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns all tables of the default schema, sorted by name. */
    public List<ReflectedTable> tables() {
        return tables("");
    }

    /** Returns all tables of a schema, sorted by name. */
    public List<ReflectedTable> tables(String schema) {
        return typed(ask(catalog -> reader.tables(catalog, schema, reader.tableNames(catalog, schema))));
    }

    /**
     * Returns a table of the default schema.
     *
     * @throws NoSuchTableException if there is no table with this name
     */
    public ReflectedTable table(String table) {
        return table("", table);
    }

    /**
     * Returns a table of a schema.
     *
     * @throws NoSuchTableException if there is no table with this name
     */
    public ReflectedTable table(String schema, String table) {
        var found = typed(ask(catalog -> reader.tables(catalog, schema, List.of(table))));
        if (found.isEmpty()) {
            throw new NoSuchTableException("The database has no table \"" + table + "\""
                    + (schema.isEmpty() ? "" : " in schema \"" + schema + "\"") + ". Its tables are "
                    + tableNames(schema) + ".");
        }
        return found.get(0);
    }

    private List<ReflectedTable> typed(List<ReflectedTable> tables) {
        return types.isEmpty() ? tables
                : tables.stream()
                        .map(table -> table.withColumns(table.columns().stream().map(this::typedColumn).toList()))
                        .toList();
    }

    private ReflectedColumn typedColumn(ReflectedColumn column) {
        return types.stream().filter(type -> column.type() != Types.UNKNOWN && reader.types().same(type, column.type()))
                .findFirst().map(column::withType).orElse(column);
    }

    /** Returns the columns of a table of the default schema, in order. */
    public List<ReflectedColumn> columns(String table) {
        return table(table).columns();
    }

    /** Returns the primary key of a table of the default schema; without columns if it has none. */
    public ReflectedPrimaryKey primaryKey(String table) {
        return table(table).primaryKey();
    }

    /** Returns the foreign keys of a table of the default schema. */
    public List<ReflectedForeignKey> foreignKeys(String table) {
        return table(table).foreignKeys();
    }

    /** Returns the unique constraints of a table of the default schema. */
    public List<ReflectedUniqueConstraint> uniqueConstraints(String table) {
        return table(table).uniqueConstraints();
    }

    /** Returns the indexes of a table of the default schema. */
    public List<ReflectedIndex> indexes(String table) {
        return table(table).indexes();
    }

    /** Returns the check constraints of a table of the default schema. */
    public List<ReflectedCheckConstraint> checks(String table) {
        return table(table).checks();
    }

    /**
     * Returns the tables of the default schema as metadata, ready for statements and for {@code createAll}. Views are
     * omitted. So is what metadata cannot represent, such as an index or an exclusion constraint; a warning that names
     * it and its table is logged.
     */
    public MetaData reflect() {
        return MetaDataReflection.of(tables());
    }
}
