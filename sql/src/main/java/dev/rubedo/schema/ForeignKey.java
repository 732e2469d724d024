package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.NoSuchTableException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A foreign key of one or more columns. Immutable; the referenced columns are looked up on first use. */
public final class ForeignKey implements Constraint {
    private final Parts parts;
    private final @Nullable Table table;
    private volatile @Nullable List<Column<?>> resolved;

    private ForeignKey(Parts parts, @Nullable Table table) {
        this.parts = parts;
        this.table = table;
    }

    /**
     * Declares a foreign key, to be completed with {@link #references}.
     *
     * @param columns the names of the referencing columns
     */
    public static ForeignKey on(String... columns) {
        return on(List.of(columns));
    }

    /**
     * Declares a foreign key, to be completed with {@link #references}.
     *
     * @param columns the referencing columns
     */
    public static ForeignKey on(Column<?>... columns) {
        return on(Arrays.stream(columns).<String>map(Column::name).toList());
    }

    private static ForeignKey on(List<String> columns) {
        return new ForeignKey(new Parts("", columns, null, ReferentialAction.DEFAULT, ReferentialAction.DEFAULT,
                Deferrability.DEFAULT, false, ForeignKeyMatch.DEFAULT, ConstraintDetails.NONE), null);
    }

    /**
     * Returns this foreign key with the columns it references.
     *
     * @param columns the referenced columns, as many as there are referencing ones
     */
    public ForeignKey references(Column<?>... columns) {
        var targets = List.of(columns);
        return references(new Target.Columns(() -> targets));
    }

    /**
     * Returns this foreign key with the columns it references, given by names of columns that may be declared later.
     *
     * @param columns the referenced columns, as many as there are referencing ones, each as {@code "table.column"} or
     *     {@code "schema.table.column"}
     */
    public ForeignKey references(String... columns) {
        if (columns.length != parts.columns.size()) {
            throw new IllegalArgumentException("The foreign key on " + parts.columns + " references "
                    + List.of(columns) + ". Name as many columns as there are referencing ones.");
        }
        return references(new Target.Names(List.of(columns)));
    }

    /**
     * Returns this foreign key with the columns it references, which are looked up when needed.
     *
     * @param columns supplies the referenced columns, as many as there are referencing ones
     */
    public ForeignKey references(Supplier<? extends List<? extends Column<?>>> columns) {
        return references(new Target.Columns(columns::get));
    }

    ForeignKey references(Target target) {
        return with(new Parts(parts.name, parts.columns, target, parts.onDelete, parts.onUpdate, parts.deferrability,
                parts.isAltered, parts.match, parts.details));
    }

    /**
     * Returns this foreign key with a name.
     *
     * @param name the name
     */
    public ForeignKey named(String name) {
        return with(new Parts(name, parts.columns, parts.target, parts.onDelete, parts.onUpdate, parts.deferrability,
                parts.isAltered, parts.match, parts.details));
    }

    /**
     * Returns this foreign key with an action to take when the referenced row is deleted.
     *
     * @param action the action
     */
    public ForeignKey onDelete(ReferentialAction action) {
        return with(new Parts(parts.name, parts.columns, parts.target, action, parts.onUpdate, parts.deferrability,
                parts.isAltered, parts.match, parts.details));
    }

    /**
     * Returns this foreign key with an action to take when the referenced key changes.
     *
     * @param action the action
     */
    public ForeignKey onUpdate(ReferentialAction action) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, action, parts.deferrability,
                parts.isAltered, parts.match, parts.details));
    }

    /**
     * Returns this foreign key with another deferrability.
     *
     * @param when when it is checked
     */
    public ForeignKey deferrable(Deferrability when) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate, when,
                parts.isAltered, parts.match, parts.details));
    }

    /** Returns this foreign key, to be created by {@code ALTER TABLE} after all tables and dropped before them. */
    public ForeignKey useAlter() {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate,
                parts.deferrability, true, parts.match, parts.details));
    }

    /**
     * Returns this foreign key with a rule for rows in which only some of the columns are NULL.
     *
     * @param match the rule
     */
    public ForeignKey match(ForeignKeyMatch match) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate,
                parts.deferrability, parts.isAltered, match, parts.details));
    }

    /**
     * Returns this foreign key with a comment, which is omitted on databases without comments on constraints.
     *
     * @param text the comment
     */
    public ForeignKey comment(String text) {
        return with(parts.details.withComment(text));
    }

    /**
     * Returns this foreign key with an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param option the name of the option
     * @param value its value
     */
    public ForeignKey option(String dialect, String option, String value) {
        return with(parts.details.withOption(dialect, option, value));
    }

    /**
     * Returns this foreign key existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public ForeignKey onlyOn(String... dialects) {
        return with(parts.details.onlyOn(dialects));
    }

    private ForeignKey with(ConstraintDetails details) {
        return with(new Parts(parts.name, parts.columns, parts.target, parts.onDelete, parts.onUpdate,
                parts.deferrability, parts.isAltered, parts.match, details));
    }

    private ForeignKey with(Parts changed) {
        return new ForeignKey(changed, table);
    }

    ForeignKey attach(Table owner) {
        if (parts.target == null) {
            throw new InvalidSchemaException("Foreign key " + parts.columns + " of table \"" + owner.label()
                    + "\" has no target: add references(...)");
        }
        parts.columns.forEach(owner::require);
        return new ForeignKey(parts, owner);
    }

    /**
     * Returns this foreign key for a copy of its table in other metadata, where it refers to the tables that the
     * functions return for the original ones.
     */
    ForeignKey moved(UnaryOperator<Table> found, UnaryOperator<String> path) {
        var target = switch (Objects.requireNonNull(parts.target, "target")) {
            case Target.Names names -> new Target.Names(names.columns().stream().map(path).toList());
            case Target.Columns columns -> new Target.Columns(() -> columns.supplier().get().stream()
                    .map(column -> found.apply(original(column).table()).require(column.name())).toList());
        };
        return new ForeignKey(parts, null).references(target);
    }

    @Override
    public String name() {
        return parts.name;
    }

    /**
     * Returns the name of the constraint in the database, generated by the {@link NamingConvention} if none was given.
     */
    public String constraintName() {
        return parts.name.isEmpty() ? table().metaData().namingConvention().name(this) : parts.name;
    }

    /** Returns the names of the referencing columns. */
    public List<String> columnNames() {
        return parts.columns;
    }

    /**
     * Returns the referencing columns.
     *
     * @throws IllegalStateException if this foreign key belongs to no table
     */
    public List<Column<?>> columns() {
        return parts.columns.stream().<Column<?>>map(table()::require).toList();
    }

    /**
     * Returns the referencing table.
     *
     * @throws IllegalStateException if this foreign key belongs to no table
     */
    public Table table() {
        if (table == null) {
            throw new IllegalStateException("Foreign key " + parts.columns + " does not belong to a table");
        }
        return table;
    }

    /**
     * Returns the referenced columns, in the order of {@link #columns()}.
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

    /**
     * An alias, for which the table is constructed again, may refer to its own columns, which stand for those of the
     * table.
     */
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

    /**
     * Returns the references as they are declared, without looking up names: {@code "table.column"} or
     * {@code "schema.table.column"}, in the order of {@link #columnNames()}.
     */
    public List<String> targetPaths() {
        return switch (Objects.requireNonNull(parts.target, "target")) {
            case Target.Names names -> names.columns();
            case Target.Columns columns -> columns.supplier().get().stream().<String>map(Column::path).toList();
        };
    }

    /** Returns the referenced table. */
    public Table target() {
        return targets().get(0).table();
    }

    /** Returns the action to take when the referenced row is deleted. */
    public ReferentialAction deleteAction() {
        return parts.onDelete;
    }

    /** Returns the action to take when the referenced key changes. */
    public ReferentialAction updateAction() {
        return parts.onUpdate;
    }

    @Override
    public Deferrability deferrability() {
        return parts.deferrability;
    }

    /** Returns the rule for rows in which only some of the columns are NULL. */
    public ForeignKeyMatch matchRule() {
        return parts.match;
    }

    @Override
    public ConstraintDetails details() {
        return parts.details;
    }

    /** Returns whether it is created by {@code ALTER TABLE} after all tables. */
    public boolean isAltered() {
        return parts.isAltered;
    }

    @Override
    public String toString() {
        String to = switch (parts.target) {
            case null -> "";
            case Target.Names named -> String.join(", ", named.columns());
            case Target.Columns ignored -> resolved == null ? "..." : String.join(", ", targetPaths());
        };
        return parts.details.text(parts.name, "FOREIGN KEY (" + String.join(", ", parts.columns) + ")"
                + (to.isEmpty() ? "" : " REFERENCES " + to));
    }

    /** The referenced columns as declared. */
    sealed interface Target {
        /** Columns, looked up when needed. */
        record Columns(Supplier<List<? extends Column<?>>> supplier) implements Target {}

        /** Names of columns. */
        record Names(List<String> columns) implements Target {}
    }

    /** Everything except the table. */
    private record Parts(String name, List<String> columns, @Nullable Target target, ReferentialAction onDelete,
            ReferentialAction onUpdate, Deferrability deferrability, boolean isAltered, ForeignKeyMatch match,
            ConstraintDetails details) {
        private Parts {
            columns = List.copyOf(columns);
            Objects.requireNonNull(match, "match");
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A foreign key needs columns");
            }
        }
    }
}
