package dev.rubedo.schema;

import dev.rubedo.error.DuplicateTableException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.event.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection of tables that may refer to each other, with their sequences. It finds tables by name and creates and
 * drops them in dependency order. Thread-safe.
 */
public final class MetaData {
    private final NamingConvention naming;
    private final String schema;
    private final Map<String, Table> tables;
    private final Set<Sequence> sequences;
    private final DdlEvents events;
    private final Notes notes;
    private final @Nullable Aliasing aliasing;

    /** Creates an empty collection that generates names only for indexes. */
    public MetaData() {
        this(NamingConvention.INDEXES_ONLY);
    }

    /**
     * Creates an empty collection.
     *
     * @param naming the convention for names of constraints that have none
     */
    public MetaData(NamingConvention naming) {
        this(naming, "");
    }

    /**
     * Creates an empty collection.
     *
     * @param naming the convention for names of constraints that have none
     * @param schema the schema of tables that do not specify one; empty for the default schema of the connection
     */
    public MetaData(NamingConvention naming, String schema) {
        this.naming = Objects.requireNonNull(naming, "naming");
        this.schema = Objects.requireNonNull(schema, "schema");
        this.tables = new LinkedHashMap<>();
        this.sequences = new LinkedHashSet<>();
        this.events = new DdlEvents();
        this.notes = new Notes();
        this.aliasing = null;
    }

    /**
     * Creates metadata for a table that is constructed again as an alias: it has the contents of the original metadata
     * but does not register the table.
     */
    private MetaData(MetaData other, Aliasing aliasing) {
        this.naming = other.naming;
        this.schema = other.schema;
        this.tables = other.tables;
        this.sequences = other.sequences;
        this.events = other.events;
        this.notes = other.notes;
        this.aliasing = aliasing;
    }

    MetaData aliasing(Table original, String alias) {
        return new MetaData(this, new Aliasing(original, alias));
    }

    /** Returns the aliasing of tables created with this metadata, or null if they are not aliases. */
    @Nullable
    Aliasing aliasing() {
        return aliasing;
    }

    /**
     * Creates a table in this collection. A table with a {@link ViewDefinition} is a view; without declared columns it
     * has those of its query.
     *
     * @param name the name, without schema
     * @param items columns, constraints, indexes and options
     * @throws DuplicateTableException if there is a table with that name
     */
    public Table table(String name, TableItem... items) {
        var table = new Table(name, this, items);
        var view = table.viewDefinition();
        if (view != null && List.of(items).stream().noneMatch(Column.class::isInstance)) {
            view.queryColumns().forEach(column -> table.add(Column.column(column.name(), column.type())));
        }
        return table;
    }

    /**
     * Returns the table with that name, or creates it. An existing table is returned unchanged.
     *
     * @param name the name, without schema
     * @param items columns, constraints, indexes and options of a new table
     */
    public Table tableIfAbsent(String name, TableItem... items) {
        return declared(name, items).orElseGet(() -> table(name, items));
    }

    /**
     * Adds items to the table with that name unless it already declares them, or creates the table. A column,
     * constraint or index that is already declared takes precedence over a new one with the same name.
     *
     * @param name the name, without schema
     * @param items columns, constraints, indexes and options
     * @throws dev.rubedo.error.FrozenTableException if the table is in use and does not declare all of them
     */
    public Table extendTable(String name, TableItem... items) {
        var existing = declared(name, items);
        existing.ifPresent(table -> List.of(items).forEach(table::addMissing));
        return existing.orElseGet(() -> table(name, items));
    }

    private Optional<Table> declared(String name, TableItem... items) {
        var in = TableOptions.last(List.of(items), TableOption.Kind.SCHEMA, schema);
        synchronized (tables) {
            return Optional.ofNullable(tables.get(in.isEmpty() ? name : in + "." + name));
        }
    }

    /**
     * Removes a table, which keeps working but is no longer created, dropped or found by name. Foreign keys that refer
     * to it by name can no longer be resolved.
     *
     * @param table the table
     * @return whether it belonged to this metadata
     */
    public boolean remove(Table table) {
        synchronized (tables) {
            return tables.remove(table.label(), table);
        }
    }

    /** Removes all tables and sequences. */
    public void clear() {
        synchronized (tables) {
            tables.clear();
            sequences.clear();
        }
    }

    /** Returns the schemas that tables specify, sorted, without the empty name of the default schema. */
    public List<String> schemas() {
        return tables().stream().map(Table::schema).filter(name -> !name.isEmpty()).distinct().sorted().toList();
    }

    /**
     * Attaches an application-defined value, which Rubedo ignores.
     *
     * @param key the key
     * @param value the value
     */
    public <V> MetaData note(NoteKey<V> key, V value) {
        notes.put(key, value);
        return this;
    }

    /**
     * Returns an attached value; empty if there is none.
     *
     * @param key the key
     */
    public <V> Optional<V> note(NoteKey<V> key) {
        return notes.get(key);
    }

    void add(Table table) {
        synchronized (tables) {
            if (tables.putIfAbsent(table.label(), table) != null) {
                throw new DuplicateTableException(
                        "This MetaData already has a table \"" + table.label() + "\"");
            }
        }
    }

    /**
     * Adds a sequence to be created with the tables. Sequences of columns are added automatically.
     *
     * @param sequence the sequence
     */
    public Sequence add(Sequence sequence) {
        Objects.requireNonNull(sequence, "sequence");
        if (aliasing == null) {
            synchronized (tables) {
                sequences.add(sequence);
            }
        }
        return sequence;
    }

    /** Returns the naming convention. */
    public NamingConvention namingConvention() {
        return naming;
    }

    /** Returns the schema of tables that do not specify one; empty for the default schema of the connection. */
    public String defaultSchema() {
        return schema;
    }

    /** Returns the tables, in order of declaration. */
    public List<Table> tables() {
        synchronized (tables) {
            return List.copyOf(tables.values());
        }
    }

    /** Returns the sequences: first those added explicitly, in that order, then those of columns. */
    public List<Sequence> sequences() {
        Set<Sequence> all;
        synchronized (tables) {
            all = new LinkedHashSet<>(sequences);
        }
        for (var table : tables()) {
            for (var column : table.columns()) {
                if (column.sequenceDefault() != null) {
                    all.add(column.sequenceDefault());
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * Finds a table.
     *
     * @param name the name, as {@code "table"} or {@code "schema.table"}
     */
    public Optional<Table> find(String name) {
        synchronized (tables) {
            var found = tables.get(name);
            return Optional.ofNullable(found != null || schema.isEmpty() ? found : tables.get(schema + "." + name));
        }
    }

    /**
     * Returns a table.
     *
     * @param name the name, as {@code "table"} or {@code "schema.table"}
     * @throws NoSuchTableException if there is none
     */
    public Table require(String name) {
        return find(name).orElseThrow(() -> new NoSuchTableException(
                "There is no table \"" + name + "\" in this MetaData; it has "
                        + tables().stream().map(Table::label).toList()));
    }

    /**
     * Returns the tables in an order in which each comes after the tables it refers to; tables that are independent of
     * each other are sorted by name. Foreign keys that are part of a cycle are ignored.
     */
    public List<Table> sortedTables() {
        return SchemaOrder.of(tables()).tables();
    }

    /**
     * Creates all tables that do not exist in the database, with their sequences, types and indexes, in dependency
     * order.
     *
     * @param target the database
     */
    public void createAll(DdlTarget target) {
        createAll(target, tables());
    }

    /**
     * Creates the given tables that do not exist in the database, with their sequences, types and indexes.
     *
     * @param target the database
     * @param some the tables
     */
    public void createAll(DdlTarget target, Collection<Table> some) {
        createAll(target, some, CheckFirst.ALL);
    }

    /**
     * Creates tables with their sequences, types and indexes.
     *
     * @param target the database
     * @param some the tables
     * @param checks the kinds of objects to look for first and to skip if they exist
     */
    public void createAll(DdlTarget target, Collection<Table> some, Set<CheckFirst> checks) {
        some.forEach(table -> table.requireNoAlias("created"));
        target.together(one -> {
            SchemaPlan.requireDistinctEnums(tables(), one::supports, one.dialectName());
            var missing = new ArrayList<>(some);
            if (checks.contains(CheckFirst.TABLES)) {
                missing.removeAll(present(some, one));
            }
            events.create(one, List.copyOf(missing),
                    SchemaPlan.create(missing, sequencesOf(some), one::supports, one.dialectName()).stream()
                            .filter(element -> SchemaPlan.isPending(element, one, checks)));
        });
    }

    /**
     * Drops all tables that exist in the database, with their sequences and types, in reverse dependency order.
     *
     * @param target the database
     */
    public void dropAll(DdlTarget target) {
        dropAll(target, tables());
    }

    /**
     * Drops the given tables that exist in the database, with their sequences, and with the types that no other table
     * uses.
     *
     * @param target the database
     * @param some the tables
     */
    public void dropAll(DdlTarget target, Collection<Table> some) {
        dropAll(target, some, CheckFirst.ALL);
    }

    /**
     * Drops tables with their sequences, and with the types that no other table uses.
     *
     * @param target the database
     * @param some the tables
     * @param checks the kinds of objects to look for first and to skip if they do not exist
     */
    public void dropAll(DdlTarget target, Collection<Table> some, Set<CheckFirst> checks) {
        some.forEach(table -> table.requireNoAlias("dropped"));
        var staying = new ArrayList<>(tables());
        staying.removeAll(some);
        target.together(one -> {
            var present = checks.contains(CheckFirst.TABLES) ? present(some, one) : List.copyOf(some);
            events.drop(one, present,
                    SchemaPlan.drop(present, sequencesOf(some), one::supports, one.dialectName()).stream()
                            .filter(element -> SchemaPlan.isPending(element, one, checks)
                                    && !SchemaPlan.isNeeded(element, staying, one.dialectName())));
        });
    }

    /** Adds a listener for the creation and removal of tables, until the registration is removed. */
    public Registration listen(DdlListener listener) {
        return events.add(listener);
    }

    /** Returns those of the given tables that exist in the database, which is queried once for each schema. */
    private static List<Table> present(Collection<Table> some, DdlTarget target) {
        var tables = new HashMap<String, Set<String>>();
        var views = new HashMap<String, Set<String>>();
        return some.stream()
                .filter(table -> (table.isView() ? views.computeIfAbsent(table.schema(), target::viewNames)
                        : tables.computeIfAbsent(table.schema(), target::tableNames)).contains(table.name()))
                .toList();
    }

    /** Returns all sequences for all tables; for some tables, only theirs. */
    private List<Sequence> sequencesOf(Collection<Table> some) {
        if (some.size() == tables().size()) {
            return sequences();
        }
        var own = new ArrayList<Sequence>();
        for (var table : some) {
            table.columns().stream().map(Column::sequenceDefault).filter(Objects::nonNull).forEach(own::add);
        }
        return own;
    }

    @Override
    public String toString() {
        return "MetaData" + tables().stream().map(Table::label).sorted(Comparator.naturalOrder()).toList();
    }
}
