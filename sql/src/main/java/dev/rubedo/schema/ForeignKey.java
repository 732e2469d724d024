package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.NoSuchTableException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key of one or more columns. Immutable; what it refers to is looked up at the first need. */
public final class ForeignKey implements Constraint {
    private final Parts parts;
    private final @Nullable Table table;
    private volatile @Nullable List<Column<?>> resolved;

    private ForeignKey(Parts parts, @Nullable Table table) {
        this.parts = parts;
        this.table = table;
    }

    /**
     * Declares a foreign key; follow with {@link #references}.
     *
     * @param columns the names of the columns that refer
     */
    public static ForeignKey on(String... columns) {
        return on(List.of(columns));
    }

    /**
     * Declares a foreign key; follow with {@link #references}.
     *
     * @param columns the columns that refer
     */
    public static ForeignKey on(Column<?>... columns) {
        return on(Arrays.stream(columns).<String>map(Column::name).toList());
    }

    private static ForeignKey on(List<String> columns) {
        return new ForeignKey(new Parts("", columns, null, ReferentialAction.DEFAULT, ReferentialAction.DEFAULT,
                Deferrability.DEFAULT, false), null);
    }

    /**
     * Returns this referring to columns.
     *
     * @param columns as many as this has
     */
    public ForeignKey references(Column<?>... columns) {
        var targets = List.of(columns);
        return references(new Target.Columns(() -> targets));
    }

    /**
     * Returns this referring to columns by name, which may be declared later.
     *
     * @param columns as many as this has, each as {@code "table.column"} or {@code "schema.table.column"}
     */
    public ForeignKey references(String... columns) {
        return references(new Target.Names(List.of(columns)));
    }

    ForeignKey references(Target target) {
        return with(new Parts(parts.name, parts.columns, target, parts.onDelete, parts.onUpdate, parts.deferrability,
                parts.isAltered));
    }

    /**
     * Returns this under a name.
     *
     * @param name the name
     */
    public ForeignKey named(String name) {
        return with(new Parts(name, parts.columns, parts.target, parts.onDelete, parts.onUpdate, parts.deferrability,
                parts.isAltered));
    }

    /**
     * Returns this with what happens when a referenced row is deleted.
     *
     * @param action what happens
     */
    public ForeignKey onDelete(ReferentialAction action) {
        return with(new Parts(parts.name, parts.columns, parts.target, action, parts.onUpdate, parts.deferrability,
                parts.isAltered));
    }

    /**
     * Returns this with what happens when a referenced row gets another key.
     *
     * @param action what happens
     */
    public ForeignKey onUpdate(ReferentialAction action) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, action, parts.deferrability,
                parts.isAltered));
    }

    /**
     * Returns this checked at another time.
     *
     * @param when when
     */
    public ForeignKey deferrable(Deferrability when) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate, when,
                parts.isAltered));
    }

    /** Returns this made by {@code ALTER TABLE} after all tables, and dropped before them. */
    public ForeignKey useAlter() {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate,
                parts.deferrability, true));
    }

    private ForeignKey with(Parts changed) {
        return new ForeignKey(changed, table);
    }

    ForeignKey attach(Table owner) {
        if (parts.target == null) {
            throw new InvalidSchemaException("Foreign key " + parts.columns + " of table \"" + owner.label()
                    + "\" says not what it refers to: add references(...)");
        }
        parts.columns.forEach(owner::require);
        return new ForeignKey(parts, owner);
    }

    @Override
    public String name() {
        return parts.name;
    }

    /**
     * Returns the name that the constraint has in the database, made by the {@link NamingConvention} if none was given.
     */
    public String constraintName() {
        return table().metaData().namingConvention().name(this);
    }

    /** Returns the names of the columns that refer. */
    public List<String> columnNames() {
        return parts.columns;
    }

    /**
     * Returns the columns that refer.
     *
     * @throws IllegalStateException if this belongs to no table
     */
    public List<Column<?>> columns() {
        return parts.columns.stream().<Column<?>>map(table()::require).toList();
    }

    /**
     * Returns the table that refers.
     *
     * @throws IllegalStateException if this belongs to no table
     */
    public Table table() {
        if (table == null) {
            throw new IllegalStateException("Foreign key " + parts.columns + " belongs to no table");
        }
        return table;
    }

    /**
     * Returns the columns referred to, in the order of {@link #columns()}.
     *
     * @throws dev.rubedo.error.SchemaException if they are not declared
     */
    public List<Column<?>> targets() {
        var known = resolved;
        if (known == null) {
            known = resolve();
            resolved = known;
        }
        return known;
    }

    /** A table made once more as an alias may refer to its own columns: those of the table are meant. */
    private static Column<?> original(Column<?> column) {
        return column.table().isAlias() ? column.table().original().require(column.name()) : column;
    }

    private List<Column<?>> resolve() {
        var target = Objects.requireNonNull(parts.target);
        var targets = switch (target) {
            case Target.Columns columns ->
                columns.supplier().get().stream().<Column<?>>map(ForeignKey::original).toList();
            case Target.Names names -> names.columns().stream().<Column<?>>map(this::find).toList();
        };
        if (targets.size() != parts.columns.size()) {
            throw new InvalidSchemaException("Foreign key " + parts.columns + " of table \"" + table().label()
                    + "\" refers to " + targets.size() + " columns: " + targets);
        }
        if (targets.stream().map(Column::table).distinct().count() > 1) {
            throw new InvalidSchemaException("Foreign key " + parts.columns + " of table \"" + table().label()
                    + "\" refers to several tables: " + targets);
        }
        return List.copyOf(targets);
    }

    private Column<?> find(String path) {
        int point = path.lastIndexOf('.');
        if (point <= 0) {
            throw new InvalidSchemaException("Foreign key " + parts.columns + " of table \"" + table().label()
                    + "\" refers to \"" + path + "\": write \"table.column\"");
        }
        var tableName = path.substring(0, point);
        return findTable(tableName).orElseThrow(() -> new NoSuchTableException("Foreign key " + parts.columns
                + " of table \"" + table().label() + "\" refers to table \"" + tableName
                + "\", which is not declared in the same MetaData. Declare it, or check the name"))
                .require(path.substring(point + 1));
    }

    private Optional<Table> findTable(String name) {
        var metadata = table().metaData();
        var same = table().schema().isEmpty() || name.indexOf('.') >= 0
                ? Optional.<Table>empty()
                : metadata.find(table().schema() + "." + name);
        return same.isPresent() ? same : metadata.find(name);
    }

    /** Returns the table referred to. */
    public Table target() {
        return targets().get(0).table();
    }

    /** Returns what happens when a referenced row is deleted. */
    public ReferentialAction deleteAction() {
        return parts.onDelete;
    }

    /** Returns what happens when a referenced row gets another key. */
    public ReferentialAction updateAction() {
        return parts.onUpdate;
    }

    @Override
    public Deferrability deferrability() {
        return parts.deferrability;
    }

    /** Returns whether it is made by {@code ALTER TABLE} after all tables. */
    public boolean isAltered() {
        return parts.isAltered;
    }

    @Override
    public String toString() {
        return "foreign key " + parts.name + parts.columns;
    }

    /** What a foreign key refers to, as it was said. */
    sealed interface Target {
        /** Columns, looked at when they are needed. */
        record Columns(Supplier<List<? extends Column<?>>> supplier) implements Target {}

        /** Names. */
        record Names(List<String> columns) implements Target {}
    }

    /** Everything but the table. */
    private record Parts(String name, List<String> columns, @Nullable Target target, ReferentialAction onDelete,
            ReferentialAction onUpdate, Deferrability deferrability, boolean isAltered) {
        private Parts {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A foreign key needs columns");
            }
        }
    }
}
