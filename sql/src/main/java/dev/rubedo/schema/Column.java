package dev.rubedo.schema;

import dev.rubedo.error.FrozenTableException;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. It can be changed until its table freezes at its first use: options return the column itself, for
 * a table knows the columns that were declared and not copies of them. Equal only to itself; one of an alias to that of
 * every equal alias. Confined to one thread at a time until the table freezes, then immutable.
 *
 * @param <T> the Java type of its values
 */
public final class Column<T extends @Nullable Object> implements ColumnReference<T>, TableItem {
    private final String name;
    private final SqlType<T> type;
    private final ColumnOptions<T> options = new ColumnOptions<>();
    private @Nullable Table table;
    private @Nullable SqlType<T> located;

    private Column(String name, SqlType<T> type) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a column is empty");
        }
    }

    /**
     * Declares a column. Inside a heir of {@link Table} use its own {@code column} instead.
     *
     * @param name the name
     * @param type the type
     */
    public static <T extends @Nullable Object> Column<T> column(String name, SqlType<T> type) {
        return new Column<>(name, type);
    }

    /** Forbids NULL. */
    @SuppressWarnings("NullAway") // T says that NULL may come; after this it may not
    public Column<@NonNull T> notNull() {
        open().isNullable = false;
        return (Column<@NonNull T>) this;
    }

    /** Allows NULL, which is so unless something else was said. */
    @SuppressWarnings("NullAway") // T says that NULL may not come; after this it may
    public Column<@Nullable T> nullable() {
        open().isNullable = true;
        return (Column<@Nullable T>) this;
    }

    /** Makes this the primary key, or a part of it if there are several. It is not NULL. */
    public Column<T> primaryKey() {
        open().isPrimaryKey = true;
        options.isNullable = options.isNullable != null ? options.isNullable : Boolean.FALSE;
        return this;
    }

    /** Allows each value once. */
    public Column<T> unique() {
        open().isUnique = true;
        return this;
    }

    /** Adds an index; together with {@link #unique} it is a unique index. */
    public Column<T> index() {
        open().isIndexed = true;
        return this;
    }

    /**
     * Says whether the database counts this primary key up. A primary key of one integer that refers to nothing and has
     * no default is counted up by itself.
     *
     * @param isOn whether it is
     */
    public Column<T> autoincrement(boolean isOn) {
        open().autoincrement = isOn;
        return this;
    }

    /**
     * Gives a value to rows that an insert says nothing about.
     *
     * @param value the value
     */
    public Column<T> defaultValue(T value) {
        open().insertDefault = new ColumnDefault.Value<>(value);
        return this;
    }

    /**
     * Makes a value for each row that an insert says nothing about.
     *
     * @param value makes it
     */
    public Column<T> defaultValue(Supplier<? extends T> value) {
        open().insertDefault = new ColumnDefault.Supplied<>(value);
        return this;
    }

    /**
     * Writes an expression for rows that an insert says nothing about.
     *
     * @param value the expression
     */
    public Column<T> defaultValue(Expression<? extends T> value) {
        open().insertDefault = new ColumnDefault.Computed<>(value);
        return this;
    }

    /**
     * Lets the next value of a sequence be taken for rows that an insert says nothing about.
     *
     * @param sequence the sequence
     */
    public Column<T> sequence(Sequence sequence) {
        open().sequence = sequence;
        return this;
    }

    /**
     * Gives a value to rows that an update says nothing about.
     *
     * @param value the value
     */
    public Column<T> onUpdate(T value) {
        open().updateDefault = new ColumnDefault.Value<>(value);
        return this;
    }

    /**
     * Makes a value for each update that says nothing about this column.
     *
     * @param value makes it
     */
    public Column<T> onUpdate(Supplier<? extends T> value) {
        open().updateDefault = new ColumnDefault.Supplied<>(value);
        return this;
    }

    /**
     * Writes an expression for updates that say nothing about this column.
     *
     * @param value the expression
     */
    public Column<T> onUpdate(Expression<? extends T> value) {
        open().updateDefault = new ColumnDefault.Computed<>(value);
        return this;
    }

    /**
     * Lets the database give a value: {@code DEFAULT sql}.
     *
     * @param sql the expression, written as it is; a text needs its quotes
     */
    public Column<T> serverDefault(String sql) {
        return serverDefault(new TextFragment<>(sql, List.of(), type));
    }

    /**
     * Lets the database give a value: {@code DEFAULT expression}.
     *
     * @param expression the expression; values in it are written into the DDL
     */
    public Column<T> serverDefault(Expression<?> expression) {
        open().serverDefault = Objects.requireNonNull(expression, "expression");
        return this;
    }

    /** Says that the database changes this at each update, by a trigger for instance, so that it is read again. */
    public Column<T> serverOnUpdate() {
        open().isServerUpdated = true;
        return this;
    }

    /** Says that the database fills this, by a trigger for instance, so that it is read again. */
    public Column<T> serverGenerated() {
        open().isServerGenerated = true;
        return this;
    }

    /**
     * Computes this from other columns.
     *
     * @param sql the expression, written as it is
     * @param isStored whether it is kept, or computed at each reading
     */
    public Column<T> computed(String sql, boolean isStored) {
        open().computed = new Computed(sql, isStored ? Computed.Storage.STORED : Computed.Storage.VIRTUAL);
        return this;
    }

    /**
     * Computes this from other columns, kept or not as the database does when nothing is said.
     *
     * @param sql the expression, written as it is
     */
    public Column<T> computed(String sql) {
        open().computed = new Computed(sql, Computed.Storage.DEFAULT);
        return this;
    }

    /**
     * Lets the database count this up: {@code GENERATED BY DEFAULT AS IDENTITY}.
     *
     * @param start the first value
     * @param increment from one value to the next
     */
    public Column<T> identity(long start, long increment) {
        open().identity = new Identity(false, start, increment);
        return this;
    }

    /** Lets the database count this up and refuse given values: {@code GENERATED ALWAYS AS IDENTITY}. */
    public Column<T> identityAlways() {
        open().identity = new Identity(true, 1, 1);
        return this;
    }

    /**
     * Adds a condition that every row fulfils.
     *
     * @param sql the condition, written as it is
     */
    public Column<T> check(String sql) {
        open().checks.add(CheckConstraint.of(sql));
        return this;
    }

    /**
     * Comments this column.
     *
     * @param text the comment
     */
    public Column<T> comment(String text) {
        open().comment = text;
        return this;
    }

    /**
     * Makes this a foreign key.
     *
     * @param target the column it refers to
     */
    public Column<T> references(Column<? extends @Nullable T> target) {
        return references(new ForeignKey.Target.Columns(() -> List.of(target)));
    }

    /**
     * Makes this a foreign key to a column that may be declared later.
     *
     * @param target gives the column it refers to
     */
    public Column<T> references(Supplier<? extends Column<? extends @Nullable T>> target) {
        return references(new ForeignKey.Target.Columns(() -> List.of(target.get())));
    }

    /**
     * Makes this a foreign key to a column that may be declared later.
     *
     * @param target the column, as {@code "table.column"} or {@code "schema.table.column"}
     */
    public Column<T> references(String target) {
        return references(new ForeignKey.Target.Names(List.of(target)));
    }

    private Column<T> references(ForeignKey.Target target) {
        open().foreignKeys.add(ForeignKey.on(name).references(target));
        return this;
    }

    /**
     * Says what happens to a row when the row it refers to is deleted.
     *
     * @param action what happens
     */
    public Column<T> onDelete(ReferentialAction action) {
        return foreignKey(options.last(name, "onDelete").onDelete(action));
    }

    /**
     * Says what happens to a row when the row it refers to gets another key.
     *
     * @param action what happens
     */
    public Column<T> onKeyUpdate(ReferentialAction action) {
        return foreignKey(options.last(name, "onKeyUpdate").onUpdate(action));
    }

    /**
     * Names the foreign key.
     *
     * @param constraint the name
     */
    public Column<T> foreignKeyName(String constraint) {
        return foreignKey(options.last(name, "foreignKeyName").named(constraint));
    }

    /**
     * Says when the foreign key is checked.
     *
     * @param when when
     */
    public Column<T> deferrable(Deferrability when) {
        return foreignKey(options.last(name, "deferrable").deferrable(when));
    }

    /** Lets the foreign key be made by {@code ALTER TABLE} after all tables, and dropped before them. */
    public Column<T> useAlter() {
        return foreignKey(options.last(name, "useAlter").useAlter());
    }

    private Column<T> foreignKey(ForeignKey changed) {
        open().foreignKeys.set(options.foreignKeys.size() - 1, changed);
        return this;
    }

    private ColumnOptions<T> open() {
        if (table != null && table.isFrozen()) {
            throw new FrozenTableException("Column \"" + path() + "\" cannot change: its table is in use already. "
                    + "Declare columns in one go, before the first statement");
        }
        return options;
    }

    void attach(Table owner) {
        if (table != null && table != owner) {
            throw new IllegalArgumentException(
                    "Column \"" + path() + "\" belongs to a table already: declare another for \""
                            + owner.label() + "\"");
        }
        table = owner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        var known = located;
        if (known != null) {
            return known;
        }
        if (table == null) {
            return type;
        }
        known = table.schema().isEmpty() ? type : TypeSchema.in(table.schema(), type);
        if (table.isFrozen()) {
            located = known;
        }
        return known;
    }

    /**
     * Returns the table.
     *
     * @throws IllegalStateException if it belongs to none yet
     */
    public Table table() {
        if (table == null) {
            throw new IllegalStateException("Column \"" + name + "\" belongs to no table yet");
        }
        return table;
    }

    @Override
    public Table source() {
        return table();
    }

    /** Returns the name with that of the table, if it belongs to one. */
    @Override
    public String path() {
        return table == null ? name : table.label() + "." + name;
    }

    /** Returns whether NULL is allowed. */
    public boolean isNullable() {
        return options.isNullable == null || options.isNullable;
    }

    /** Returns whether this is the primary key or a part of it. */
    public boolean isPrimaryKey() {
        return table == null ? options.isPrimaryKey : table.primaryKey().columnNames().contains(name);
    }

    boolean isDeclaredPrimaryKey() {
        return options.isPrimaryKey;
    }

    void requireNotNull() {
        options.isNullable = options.isNullable != null ? options.isNullable : Boolean.FALSE;
    }

    /** Returns whether {@link #unique} was said. */
    public boolean isUnique() {
        return options.isUnique;
    }

    /** Returns whether {@link #index} was said. */
    public boolean isIndexed() {
        return options.isIndexed;
    }

    /** Returns what was said about counting up; null for nothing. */
    public @Nullable Boolean autoincrementOption() {
        return options.autoincrement;
    }

    /** Returns what an insert that says nothing about this column sends; null for nothing. */
    public @Nullable ColumnDefault<T> insertDefault() {
        return options.insertDefault;
    }

    /** Returns the sequence whose next value an insert that says nothing about this column takes; null for none. */
    public @Nullable Sequence sequenceDefault() {
        return options.sequence;
    }

    /** Returns what an update that says nothing about this column sends; null for nothing. */
    public @Nullable ColumnDefault<T> updateDefault() {
        return options.updateDefault;
    }

    /** Returns the {@code DEFAULT} of the database; null for none. */
    public @Nullable Expression<?> databaseDefault() {
        return options.serverDefault;
    }

    /** Returns whether the database may fill this when an insert says nothing about it. */
    public boolean isDatabaseGenerated() {
        return options.serverDefault != null || options.isServerGenerated || options.computed != null
                || options.identity != null;
    }

    /** Returns whether the database may change this at an update. */
    public boolean isDatabaseUpdated() {
        return options.isServerUpdated || options.computed != null;
    }

    /** Returns from what this is computed; null for a plain column. */
    public @Nullable Computed computation() {
        return options.computed;
    }

    /** Returns how the database counts this up; null where nothing was said. */
    public @Nullable Identity identityOption() {
        return options.identity;
    }

    /** Returns the comment; empty for none. */
    public String commentText() {
        return options.comment;
    }

    /** Returns the checks that were declared with this column, as its table names them; they stand with the column. */
    public List<CheckConstraint> checks() {
        var naming = table().metaData().namingConvention();
        return options.checks.stream().map(check -> naming.apply(check, table())).toList();
    }

    /** Returns the checks declared on this column. */
    List<CheckConstraint> declaredChecks() {
        return options.checks;
    }

    /** Returns the foreign keys declared on this column. */
    List<ForeignKey> declaredForeignKeys() {
        return options.foreignKeys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || table != null && table.isAlias() && other instanceof Column<?> column
                && table.equals(column.table) && name.equals(column.name);
    }

    @Override
    public int hashCode() {
        return table != null && table.isAlias() ? 31 * table.hashCode() + name.hashCode()
                : System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return path();
    }
}
