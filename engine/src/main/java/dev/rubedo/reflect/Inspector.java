package dev.rubedo.reflect;

import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A reader of the schema of a database in its current state. Nothing is cached between calls.
 *
 * <p>Names are in the database's spelling. An empty schema name means the default schema of the connection. As
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
     * @param types additional types that are recognized by name
     */
    public static Inspector of(CatalogQueries catalog, SchemaReader reader, List<DialectType<?>> types) {
        return new Inspector(question -> question.apply(catalog), reader, types);
    }

    /**
     * Returns an inspector that uses a separate connection for each call.
     *
     * @param access passes a connection to a function and returns its result
     * @param reader the schema reader of the database
     * @param types additional types that are recognized by name
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

    /** Returns the names of the views of the default schema, sorted, except materialized ones. */
    public List<String> viewNames() {
        return viewNames("");
    }

    /** Returns the names of the views of a schema, sorted, except materialized ones. */
    public List<String> viewNames(String schema) {
        return ask(catalog -> reader.viewNames(catalog, schema));
    }

    /** Returns the names of the materialized views of the default schema, sorted. */
    public List<String> materializedViewNames() {
        return materializedViewNames("");
    }

    /** Returns the names of the materialized views of a schema, sorted. */
    public List<String> materializedViewNames(String schema) {
        return views(schema).stream().filter(ReflectedView::isMaterialized).map(ReflectedView::name).toList();
    }

    /** Returns the views of the default schema with their definitions, materialized ones included, sorted by name. */
    public List<ReflectedView> views() {
        return views("");
    }

    /** Returns the views of a schema with their definitions, materialized ones included, sorted by name. */
    public List<ReflectedView> views(String schema) {
        return ask(catalog -> reader.views(catalog, schema));
    }

    /**
     * Returns the query of a view of the default schema, as the database stores it.
     *
     * @throws NoSuchTableException if there is no view with this name
     */
    public String viewDefinition(String view) {
        return viewDefinition("", view);
    }

    /**
     * Returns the query of a view, as the database stores it.
     *
     * @throws NoSuchTableException if there is no view with this name
     */
    public String viewDefinition(String schema, String view) {
        var views = views(schema);
        return views.stream().filter(each -> each.name().equals(view)).map(ReflectedView::definition).findFirst()
                .orElseThrow(() -> new NoSuchTableException("The database has no view \"" + view + "\"" + in(schema)
                        + ". Its views are " + views.stream().map(ReflectedView::name).toList() + "."));
    }

    private static String in(String schema) {
        return schema.isEmpty() ? "" : " in schema \"" + schema + "\"";
    }

    /** Returns the names of the tables and views of the default schema that belong to an extension, sorted. */
    public List<String> namesOfExtensions() {
        return namesOfExtensions("");
    }

    /** Returns the names of the tables and views of a schema that belong to an extension, such as PostGIS, sorted. */
    public List<String> namesOfExtensions(String schema) {
        return ask(catalog -> reader.namesOfExtensions(catalog, schema).stream().sorted().toList());
    }

    /**
     * Returns the names of the temporary tables of the connection, sorted; empty if the database does not list them
     * (MySQL). An inspector of an engine has another connection for each call, which usually has none.
     */
    public List<String> temporaryTableNames() {
        return ask(reader::temporaryTableNames);
    }

    /** Returns the names of the temporary views of the connection, sorted; empty if the database does not list them. */
    public List<String> temporaryViewNames() {
        return ask(reader::temporaryViewNames);
    }

    /** Returns the names of the sequences of the default schema, sorted. */
    public List<String> sequenceNames() {
        return sequenceNames("");
    }

    /** Returns the names of the sequences of a schema, sorted. */
    public List<String> sequenceNames(String schema) {
        return sequences(schema).stream().map(each -> each.sequence().name()).toList();
    }

    /** Returns the sequences of the default schema with their options, sorted by name. */
    public List<ReflectedSequence> sequences() {
        return sequences("");
    }

    /** Returns the sequences of a schema with their options, sorted by name. */
    public List<ReflectedSequence> sequences(String schema) {
        return ask(catalog -> reader.sequences(catalog, schema));
    }

    /**
     * Returns the named enumeration types of the default schema, sorted by name; empty if the database has none (all but
     * PostgreSQL).
     */
    public List<LabelType> enums() {
        return enums("");
    }

    /** Returns the named enumeration types of a schema, sorted by name; empty if the database has none (all but PostgreSQL). */
    public List<LabelType> enums(String schema) {
        return ask(catalog -> reader.enums(catalog, schema));
    }

    /** Returns whether the database has a schema with this name. */
    public boolean hasSchema(String schema) {
        return schemaNames().contains(schema);
    }

    /** Returns whether the default schema has a sequence with this name. */
    public boolean hasSequence(String sequence) {
        return hasSequence("", sequence);
    }

    /** Returns whether a schema has a sequence with this name. */
    public boolean hasSequence(String schema, String sequence) {
        return ask(catalog -> reader.hasSequence(catalog, schema, sequence));
    }

    /** Returns whether the default schema has a named type with this name. */
    public boolean hasType(String type) {
        return hasType("", type);
    }

    /** Returns whether a schema has a named type with this name. */
    public boolean hasType(String schema, String type) {
        return ask(catalog -> reader.hasType(catalog, schema, type));
    }

    /**
     * Returns whether a table of the default schema has an index with this name.
     *
     * @throws NoSuchTableException if there is no such table
     */
    public boolean hasIndex(String table, String index) {
        return hasIndex("", table, index);
    }

    /**
     * Returns whether a table of a schema has an index with this name.
     *
     * @throws NoSuchTableException if there is no such table
     */
    public boolean hasIndex(String schema, String table, String index) {
        return table(schema, table).indexes().stream().anyMatch(each -> each.name().equals(index));
    }

    /** Returns whether the default schema has a table with this name. */
    public boolean hasTable(String table) {
        return hasTable("", table);
    }

    /** Returns whether a schema has a table with this name. */
    public boolean hasTable(String schema, String table) {
        return spellings(schema).contains(table);
    }

    /** Returns the names of the tables of a schema in every spelling that metadata may use. */
    public Set<String> spellings(String schema) {
        return tableNames(schema).stream().flatMap(name -> reader.spellings(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the names of the views of a schema, materialized ones included, in every spelling that metadata may use.
     */
    public Set<String> viewSpellings(String schema) {
        return views(schema).stream().flatMap(view -> reader.spellings(view.name()).stream())
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
            throw new NoSuchTableException(
                    "The database has no table \"" + table + "\"" + in(schema) + ". Its tables are "
                            + tableNames(schema) + ".");
        }
        return found.get(0);
    }

    /** Returns the existing tables and views of a schema among the given names, sorted by name. */
    List<ReflectedTable> tables(String schema, Collection<String> names) {
        return names.isEmpty() ? List.of() : typed(ask(catalog -> reader.tables(catalog, schema, names)));
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

    /** Returns the columns of a table of a schema, in order. */
    public List<ReflectedColumn> columns(String schema, String table) {
        return table(schema, table).columns();
    }

    /** Returns the primary key of a table of the default schema, without columns if it has none. */
    public ReflectedPrimaryKey primaryKey(String table) {
        return table(table).primaryKey();
    }

    /** Returns the primary key of a table of a schema, without columns if it has none. */
    public ReflectedPrimaryKey primaryKey(String schema, String table) {
        return table(schema, table).primaryKey();
    }

    /** Returns the foreign keys of a table of the default schema, by name. */
    public List<ReflectedForeignKey> foreignKeys(String table) {
        return table(table).foreignKeys();
    }

    /** Returns the foreign keys of a table of a schema, by name. */
    public List<ReflectedForeignKey> foreignKeys(String schema, String table) {
        return table(schema, table).foreignKeys();
    }

    /** Returns the unique constraints of a table of the default schema, by name. */
    public List<ReflectedUniqueConstraint> uniqueConstraints(String table) {
        return table(table).uniqueConstraints();
    }

    /** Returns the unique constraints of a table of a schema, by name. */
    public List<ReflectedUniqueConstraint> uniqueConstraints(String schema, String table) {
        return table(schema, table).uniqueConstraints();
    }

    /** Returns the indexes of a table of the default schema, by name. */
    public List<ReflectedIndex> indexes(String table) {
        return table(table).indexes();
    }

    /** Returns the indexes of a table of a schema, by name. */
    public List<ReflectedIndex> indexes(String schema, String table) {
        return table(schema, table).indexes();
    }

    /** Returns the check constraints of a table of the default schema, by name. */
    public List<ReflectedCheckConstraint> checks(String table) {
        return table(table).checks();
    }

    /** Returns the check constraints of a table of a schema, by name. */
    public List<ReflectedCheckConstraint> checks(String schema, String table) {
        return table(schema, table).checks();
    }

    /** Returns the comment of a table of the default schema, empty for none. */
    public String comment(String table) {
        return table(table).comment();
    }

    /** Returns the comment of a table of a schema, empty for none. */
    public String comment(String schema, String table) {
        return table(schema, table).comment();
    }

    /** Returns the database-specific options of a table of the default schema, such as {@code sqlite.strict}. */
    public Map<String, String> options(String table) {
        return table(table).options();
    }

    /** Returns the database-specific options of a table of a schema, such as {@code sqlite.strict}. */
    public Map<String, String> options(String schema, String table) {
        return table(schema, table).options();
    }

    /**
     * Returns the tables of the default schema as metadata, ready for statements and for {@code createAll}. Views are
     * omitted. Objects that metadata cannot represent are also omitted, and a warning that names the object and its
     * table is logged.
     */
    public MetaData reflect() {
        return reflect(new MetaData(), Reflection.all());
    }

    /**
     * Adds tables of the database to metadata, ready for statements and for {@code createAll}, and the sequences that
     * do not belong to a column. Tables that the metadata already has are unchanged unless the reflection specifies
     * otherwise. Objects that metadata cannot represent are omitted with a warning, as in {@link #reflect()}.
     *
     * @param metaData the metadata to add to
     * @param reflection what to read
     * @return the metadata
     * @throws NoSuchTableException if a requested table does not exist
     * @throws dev.rubedo.error.FrozenTableException if a table to extend is already in use
     */
    public MetaData reflect(MetaData metaData, Reflection reflection) {
        new MetaDataReflection(this, metaData, reflection).run();
        return metaData;
    }

    @Override
    public String toString() {
        return "Inspector[" + reader.getClass().getSimpleName() + "]";
    }
}
