package dev.rubedo.schema;

import dev.rubedo.error.DuplicateColumnException;
import dev.rubedo.error.FrozenTableException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.NoSuchSchemaColumnException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Reference;
import dev.rubedo.sql.TableReference;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table. It is either created by {@link MetaData#table}, with columns found by name, or a final subclass whose fields
 * are its columns: {@code final Column<Integer> id = column("id", INTEGER).primaryKey();}. It freezes on first use:
 * when its columns, constraints or indexes are requested. Confined to one thread at a time until it freezes, then
 * immutable.
 *
 * <p>An alias of a subclass has typed columns, too: {@code Employees boss = EMPLOYEES.as("boss", Employees::new)}, and
 * {@code boss.name} is a column like {@code EMPLOYEES.name}. A table equals only itself; an alias equals every other
 * alias of the same table with the same name, so a new one can be created for each statement.
 */
public class Table implements TableReference {
    private final String name;
    private final MetaData metadata;
    private final String schema;
    private final @Nullable Aliasing aliasing;
    private final List<TableItem> items = new ArrayList<>();
    private final List<Column<?>> declared = new ArrayList<>();
    private final Notes notes = new Notes();
    private final Set<Table> dependencies = new LinkedHashSet<>();
    private volatile @Nullable FrozenTable frozen;

    /**
     * Creates a table and adds it to the metadata, or creates an alias if the metadata was passed by
     * {@link #as(String, Function)}.
     *
     * @param name the name, without schema
     * @param metadata the metadata that it belongs to
     * @param items columns, constraints, indexes and options
     */
    @SuppressWarnings("this-escape") // the metadata only lists the tables; subclasses add columns afterwards
    protected Table(String name, MetaData metadata, TableItem... items) {
        this.name = Objects.requireNonNull(name, "name");
        this.aliasing = Objects.requireNonNull(metadata, "metadata").aliasing();
        this.metadata = aliasing == null ? metadata : aliasing.original().metadata;
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a table is empty");
        }
        this.schema = TableOptions.last(List.of(items), TableOption.Kind.SCHEMA, metadata.defaultSchema());
        for (var item : items) {
            add(item);
        }
        if (aliasing == null) {
            metadata.add(this);
        } else if (!name.equals(aliasing.original().name) || !schema.equals(aliasing.original().schema)) {
            throw new IllegalArgumentException("Alias \"" + aliasing.name() + "\" is one of table \""
                    + aliasing.original().label() + "\", but the function creates table \"" + name
                    + "\". Create only the table itself with the MetaData that the function is given");
        }
    }

    /**
     * Returns this table under another name, with typed columns: {@code EMPLOYEES.as("boss", Employees::new)}. In
     * {@code FROM} and joins the alias is {@code employees AS boss}. The alias can be read, updated and deleted from,
     * but not created, dropped or inserted into. This table counts as in use from then on.
     *
     * @param alias the name
     * @param maker creates another object of this table with the metadata it is given, which does not register it;
     *     usually the constructor
     * @throws IllegalArgumentException if the function returns another table, or one with other columns
     */
    public final <T extends Table> T as(String alias, Function<? super MetaData, ? extends T> maker) {
        var table = original();
        T made = Objects.requireNonNull(
                maker.apply(table.metadata.aliasing(table, AliasName.of(alias).text())), "the created table");
        if (made.original() != table || !made.alias().equals(alias)) {
            throw new IllegalArgumentException("Alias \"" + alias + "\" is one of table \"" + table.label()
                    + "\", but the function creates table \"" + made.label() + "\". Create the table with the "
                    + "MetaData that the function is given");
        }
        var names = table.columns().stream().<String>map(Column::name).toList();
        var madeNames = made.columns().stream().<String>map(Column::name).toList();
        if (!names.equals(madeNames)) {
            throw new IllegalArgumentException("Alias \"" + alias + "\" has the columns " + madeNames + ", but table \""
                    + table.label() + "\" has " + names + ". Declare all of them in the constructor");
        }
        return made;
    }

    @Override
    public final String alias() {
        return aliasing == null ? "" : aliasing.name();
    }

    @Override
    public final Table original() {
        return aliasing == null ? this : aliasing.original();
    }

    final boolean isAlias() {
        return aliasing != null;
    }

    final void requireNoAlias(String participle) {
        if (aliasing != null) {
            throw new InvalidSchemaException("\"" + aliasing.name() + "\" is an alias of table \""
                    + aliasing.original().label() + "\" and cannot be " + participle + ". Use the table itself");
        }
    }

    /**
     * Declares a column of this table.
     *
     * @param name the name
     * @param type the type
     */
    protected final <T extends @Nullable Object> Column<T> column(String name, SqlType<T> type) {
        Column<T> column = Column.column(name, type);
        add(column);
        return column;
    }

    /**
     * Adds a column, constraint or index to this table.
     *
     * @param item the item to add
     * @throws FrozenTableException if the table is already in use
     */
    public final Table add(TableItem item) {
        synchronized (items) {
            if (frozen != null) {
                throw new FrozenTableException("Table \"" + label() + "\" cannot be changed: it is already in use. "
                        + "Declare it completely before the first statement");
            }
            if (item instanceof Column<?> column) {
                if (declared.stream().anyMatch(other -> other.name().equals(column.name()))) {
                    throw new DuplicateColumnException("Table \"" + label() + "\" already has a column \""
                            + column.name() + "\"");
                }
                column.attach(this);
                declared.add(column);
            }
            if (item instanceof TableOption option && option.kind() == TableOption.Kind.SCHEMA
                    && !option.value().equals(schema)) {
                throw new IllegalArgumentException("Table \"" + label() + "\" cannot move to schema \""
                        + option.value() + "\". Pass the schema to its constructor");
            }
            if (item instanceof ViewDefinition && viewDefinition() != null) {
                throw new InvalidSchemaException("View \"" + label() + "\" already has a query");
            }
            items.add(item);
        }
        return this;
    }

    /**
     * Adds a column, constraint, index or option to this table unless it already declares one with the same name or on
     * the same columns.
     *
     * @param item the item to add
     * @return whether it was added
     * @throws FrozenTableException if the table is already in use and does not declare it
     */
    public final boolean addMissing(TableItem item) {
        synchronized (items) {
            if (Declarations.has(this, items, item)) {
                return false;
            }
            add(item);
            return true;
        }
    }

    /**
     * Declares a dependency on other tables that no foreign key expresses, such as a table that this one inherits from.
     * They are created before it and dropped after it.
     *
     * @param others the other tables
     */
    public final Table dependsOn(Table... others) {
        synchronized (items) {
            for (var other : others) {
                other.requireNoAlias("depended on");
                dependencies.add(other);
            }
        }
        return this;
    }

    /** Returns the tables that {@link #dependsOn} declares, in that order. */
    public final List<Table> dependencies() {
        synchronized (items) {
            return List.copyOf(dependencies);
        }
    }

    /**
     * Attaches an application-defined value, which Rubedo ignores. Allowed even if this table is already in use.
     *
     * @param key the key
     * @param value the value
     */
    public final <V> Table note(NoteKey<V> key, V value) {
        notes.put(key, value);
        return this;
    }

    /**
     * Returns an attached value; empty if there is none.
     *
     * @param key the key
     */
    public final <V> Optional<V> note(NoteKey<V> key) {
        return notes.get(key);
    }

    /**
     * Copies this table to other metadata, with all columns, constraints, indexes, options and notes. Its foreign keys
     * refer to the tables with the same names there; if the copy has a new schema, so have the referenced tables that
     * are in this table's schema.
     *
     * @param other the metadata that the copy belongs to
     * @throws dev.rubedo.error.DuplicateTableException if there is a table with that name
     */
    public final Table toMetaData(MetaData other) {
        return toMetaData(other, schema, name);
    }

    /**
     * Copies this table to other metadata, under another name or in another schema.
     *
     * @param other the metadata that the copy belongs to
     * @param newSchema the schema of the copy; empty for the default schema of the connection
     * @param newName the name of the copy
     * @throws dev.rubedo.error.DuplicateTableException if there is a table with that name
     */
    public final Table toMetaData(MetaData other, String newSchema, String newName) {
        requireNoAlias("copied");
        var copy = new TableCopy(this, newSchema).into(other, newName);
        notes.copyTo(copy.notes);
        return copy;
    }

    /** Returns whether this table is a view. */
    public final boolean isView() {
        return viewDefinition() != null;
    }

    /** Returns the query of a view, or null for a table. */
    public final @Nullable ViewDefinition viewDefinition() {
        synchronized (items) {
            for (var item : items) {
                if (item instanceof ViewDefinition view) {
                    return view;
                }
            }
            return null;
        }
    }

    final ViewDefinition requireView(String participle) {
        requireNoAlias(participle);
        var view = viewDefinition();
        if (view == null) {
            throw new InvalidSchemaException("Table \"" + label() + "\" is not a view and cannot be " + participle
                    + ". Give it a ViewDefinition");
        }
        return view;
    }

    final void requireNoView(String words) {
        if (isView()) {
            throw new InvalidSchemaException("\"" + label() + "\" is a view and cannot be " + words);
        }
    }

    private FrozenTable frozen() {
        var known = frozen;
        if (known == null) {
            synchronized (items) {
                known = frozen;
                if (known == null) {
                    known = FrozenTable.of(this, declared, items);
                    frozen = known;
                }
            }
        }
        return known;
    }

    final boolean isFrozen() {
        return frozen != null;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String schema() {
        return schema;
    }

    /** Returns the metadata that it belongs to. */
    public final MetaData metaData() {
        return metadata;
    }

    /** Returns the comment; empty for none. */
    public final String comment() {
        synchronized (items) {
            return TableOptions.last(items, TableOption.Kind.COMMENT, "");
        }
    }

    @Override
    public final List<Column<?>> columns() {
        return frozen().columns();
    }

    /**
     * Returns the column with that name.
     *
     * @param columnName the name
     * @throws NoSuchSchemaColumnException if there is none
     */
    public final Column<?> require(String columnName) {
        return find(columnName).orElseThrow(() -> new NoSuchSchemaColumnException("Table \"" + label()
                + "\" has no column \"" + columnName + "\"; it has " + declared.stream().map(Column::name).toList()));
    }

    /**
     * Finds the column with that name.
     *
     * @param columnName the name
     */
    public final Optional<Column<?>> find(String columnName) {
        for (var column : declared) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the column with that name, typed to accept any value.
     *
     * @param columnName the name
     * @throws NoSuchSchemaColumnException if there is none
     */
    @Override
    @SuppressWarnings("unchecked") // a column of Object accepts any value; operators check it against the type
    public final Column<Object> column(String columnName) {
        return (Column<Object>) require(columnName);
    }

    /**
     * Returns the column with that name and Java type.
     *
     * @param columnName the name
     * @param type the class of its values
     * @throws NoSuchSchemaColumnException if there is none
     * @throws IllegalArgumentException if it has another type
     */
    @Override
    @SuppressWarnings("unchecked") // the class has been checked
    public final <T> Column<T> column(String columnName, Class<T> type) {
        var column = require(columnName);
        if (!type.isAssignableFrom(column.type().javaType())) {
            throw new IllegalArgumentException("Column \"" + column.path() + "\" is "
                    + column.type().javaType().getSimpleName() + ", not " + type.getSimpleName());
        }
        return (Column<T>) column;
    }

    /** Returns the primary key; without columns if there is none. */
    public final PrimaryKey primaryKey() {
        return frozen().primaryKey();
    }

    /** Returns the columns of the primary key, in its order. */
    public final List<Column<?>> primaryKeyColumns() {
        return primaryKey().columnNames().stream().<Column<?>>map(this::require).toList();
    }

    /** Returns the auto-increment column, or null for none. */
    public final @Nullable Column<?> autoincrementColumn() {
        return frozen().autoincrement();
    }

    /** Returns the foreign keys, in order of declaration. */
    public final List<ForeignKey> foreignKeys() {
        return frozen().foreignKeys();
    }

    /** Returns the unique constraints, in order of declaration. */
    public final List<UniqueConstraint> uniqueConstraints() {
        return frozen().uniques();
    }

    /** Returns the check constraints, in order of declaration. */
    public final List<CheckConstraint> checkConstraints() {
        return frozen().checks();
    }

    /**
     * Returns all constraints except the primary key, in order of declaration.
     */
    public final List<Constraint> constraints() {
        return frozen().constraints();
    }

    /** Returns the indexes, in order of declaration. */
    public final List<Index> indexes() {
        return frozen().indexes();
    }

    /** Returns the keywords between {@code CREATE} and {@code TABLE}. */
    public final List<String> prefixes() {
        return frozen().prefixes();
    }

    /** Returns the items in order of declaration, which may change until the table freezes. */
    final List<TableItem> items() {
        synchronized (items) {
            return List.copyOf(items);
        }
    }

    /**
     * Returns the options of a dialect, in order of declaration.
     *
     * @param dialect the name of the dialect
     */
    public final Map<String, String> options(String dialect) {
        return TableOptions.of(frozen().options(), dialect);
    }

    /** Returns all options, in order of declaration. */
    public final List<TableOption> tableOptions() {
        return frozen().options();
    }

    @Override
    public final List<Reference> references() {
        return foreignKeys().stream().filter(this::isKnown)
                .map(key -> new Reference(List.<ColumnReference<?>>copyOf(key.columns()),
                        List.<ColumnReference<?>>copyOf(key.targets())))
                .toList();
    }

    /**
     * Returns whether the target of a foreign key is declared. A foreign key to an undeclared table cannot be used for
     * joins, but is not an error.
     */
    private boolean isKnown(ForeignKey key) {
        try {
            return !key.targets().isEmpty();
        } catch (NoSuchTableException e) {
            return false;
        }
    }

    /**
     * Creates this table and its indexes in a database, unless it exists.
     *
     * @param target the database
     */
    public final void create(DdlTarget target) {
        metadata.createAll(target, List.of(this));
    }

    /**
     * Drops this table from a database, if it exists.
     *
     * @param target the database
     */
    public final void drop(DdlTarget target) {
        metadata.dropAll(target, List.of(this));
    }

    /**
     * Returns whether this table exists in a database.
     *
     * @param target the database
     */
    public final boolean exists(DdlTarget target) {
        requireNoAlias("looked for");
        return target.hasTable(schema, name);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || aliasing != null && other instanceof Table table && aliasing.equals(table.aliasing);
    }

    @Override
    public final int hashCode() {
        return aliasing == null ? System.identityHashCode(this) : aliasing.hashCode();
    }

    @Override
    public final String toString() {
        return label();
    }
}
