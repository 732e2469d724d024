package dev.rubedo.schema;

import dev.rubedo.error.FrozenTableException;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. It can be changed until its table freezes on first use. Methods that set an option return this
 * column and not a copy, because its table refers to the declared object. A column equals only itself; a column of an
 * alias equals that of every equal alias. Confined to one thread at a time until the table freezes, then immutable.
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
     * Declares a column. In a subclass of {@link Table}, use its {@code column} method instead.
     *
     * @param name the name
     * @param type the type
     */
    public static <T extends @Nullable Object> Column<T> column(String name, SqlType<T> type) {
        return new Column<>(name, type);
    }

    /** Adds {@code NOT NULL}. */
    @SuppressWarnings("NullAway") // T allows NULL up to here; the returned type does not
    public Column<@NonNull T> notNull() {
        open().isNullable = false;
        return (Column<@NonNull T>) this;
    }

    /** Allows NULL, which is the default. */
    @SuppressWarnings("NullAway") // T excludes NULL up to here; the returned type allows it
    public Column<@Nullable T> nullable() {
        open().isNullable = true;
        return (Column<@Nullable T>) this;
    }

    /** Makes this column the primary key, or part of it if several columns are marked. It is not nullable. */
    public Column<T> primaryKey() {
        open().isPrimaryKey = true;
        options.isNullable = options.isNullable != null ? options.isNullable : Boolean.FALSE;
        return this;
    }

    /** Adds a unique constraint. */
    public Column<T> unique() {
        open().isUnique = true;
        return this;
    }

    /** Adds an index; together with {@link #unique}, a unique index. */
    public Column<T> index() {
        open().isIndexed = true;
        return this;
    }

    /**
     * Sets whether the database generates this key (auto-increment). By default, a single-column integer primary key
     * that is not a foreign key and has no default is generated.
     *
     * @param isOn whether the key is generated
     */
    public Column<T> autoincrement(boolean isOn) {
        open().autoincrement = isOn;
        return this;
    }

    /**
     * Sets the value that is inserted when an INSERT omits this column.
     *
     * @param value the value
     */
    public Column<T> defaultValue(T value) {
        open().insertDefault = new ColumnDefault.Value<>(value);
        return this;
    }

    /**
     * Supplies the value for each row when an INSERT omits this column.
     *
     * @param value supplies the value
     */
    public Column<T> defaultValue(Supplier<? extends T> value) {
        open().insertDefault = new ColumnDefault.Supplied<>(value);
        return this;
    }

    /**
     * Sets the expression that is inserted when an INSERT omits this column.
     *
     * @param value the expression
     */
    public Column<T> defaultValue(Expression<? extends T> value) {
        open().insertDefault = new ColumnDefault.Computed<>(value);
        return this;
    }

    /**
     * Uses the sequence's next value when an INSERT omits this column.
     *
     * @param sequence the sequence
     */
    public Column<T> sequence(Sequence sequence) {
        open().sequence = sequence;
        return this;
    }

    /**
     * Sets the value that is assigned when an UPDATE omits this column.
     *
     * @param value the value
     */
    public Column<T> onUpdate(T value) {
        open().updateDefault = new ColumnDefault.Value<>(value);
        return this;
    }

    /**
     * Supplies the value for each UPDATE that omits this column.
     *
     * @param value supplies the value
     */
    public Column<T> onUpdate(Supplier<? extends T> value) {
        open().updateDefault = new ColumnDefault.Supplied<>(value);
        return this;
    }

    /**
     * Sets the expression that is assigned when an UPDATE omits this column.
     *
     * @param value the expression
     */
    public Column<T> onUpdate(Expression<? extends T> value) {
        open().updateDefault = new ColumnDefault.Computed<>(value);
        return this;
    }

    /**
     * Sets the database's default: {@code DEFAULT sql}.
     *
     * @param sql the expression, written verbatim; a string literal needs quotes
     */
    public Column<T> serverDefault(String sql) {
        return serverDefault(new TextFragment<>(sql, List.of(), type));
    }

    /**
     * Sets the database's default: {@code DEFAULT expression}.
     *
     * @param expression the expression; values in it are written into the DDL
     */
    public Column<T> serverDefault(Expression<?> expression) {
        open().serverDefault = Objects.requireNonNull(expression, "expression");
        return this;
    }

    /**
     * Declares that the database changes this column on each update, for instance by a trigger, so that its value is
     * read back.
     */
    public Column<T> serverOnUpdate() {
        open().isServerUpdated = true;
        return this;
    }

    /** Declares that the database fills this column, for instance by a trigger, so that its value is read back. */
    public Column<T> serverGenerated() {
        open().isServerGenerated = true;
        return this;
    }

    /**
     * Declares a computed column.
     *
     * @param sql the expression, written verbatim
     * @param isStored whether the value is stored, or computed on each read
     */
    public Column<T> computed(String sql, boolean isStored) {
        open().computed = new Computed(sql, isStored ? Computed.Storage.STORED : Computed.Storage.VIRTUAL);
        return this;
    }

    /**
     * Declares a computed column.
     *
     * @param computed its expression and storage
     */
    public Column<T> computed(Computed computed) {
        open().computed = Objects.requireNonNull(computed, "computed");
        return this;
    }

    /**
     * Declares a computed column, which is stored or not according to the database's default.
     *
     * @param sql the expression, written verbatim
     */
    public Column<T> computed(String sql) {
        open().computed = new Computed(sql, Computed.Storage.DEFAULT);
        return this;
    }

    /**
     * Declares an identity column: {@code GENERATED BY DEFAULT AS IDENTITY}.
     *
     * @param start the first value
     * @param increment the increment
     */
    public Column<T> identity(long start, long increment) {
        open().identity = new Identity(false, start, increment);
        return this;
    }

    /**
     * Declares an identity column.
     *
     * @param identity its kind, start and increment
     */
    public Column<T> identity(Identity identity) {
        open().identity = Objects.requireNonNull(identity, "identity");
        return this;
    }

    /** Declares an identity column that rejects given values: {@code GENERATED ALWAYS AS IDENTITY}. */
    public Column<T> identityAlways() {
        open().identity = new Identity(true, 1, 1);
        return this;
    }

    /**
     * Adds a check constraint: a condition that every row must satisfy.
     *
     * @param sql the condition, written verbatim
     */
    public Column<T> check(String sql) {
        return check(CheckConstraint.of(sql));
    }

    /**
     * Adds a check constraint: a condition that every row must satisfy.
     *
     * @param constraint the constraint, which may have a name
     */
    public Column<T> check(CheckConstraint constraint) {
        open().checks.add(Objects.requireNonNull(constraint, "constraint"));
        return this;
    }

    /**
     * Sets the comment of this column.
     *
     * @param text the comment
     */
    public Column<T> comment(String text) {
        open().comment = text;
        return this;
    }

    /**
     * Documents this column for readers of the program; unlike a {@link #comment}, it is not stored in the database.
     *
     * @param text the documentation
     */
    public Column<T> documentation(String text) {
        open().documentation = Objects.requireNonNull(text, "text");
        return this;
    }

    /**
     * Declares a system column, which every table of the database has, such as PostgreSQL's {@code xmin}. It can be
     * selected but is not created.
     */
    public Column<T> system() {
        open().isSystem = true;
        return this;
    }

    /**
     * Attaches an application-defined value, which Rubedo ignores. Allowed even if the table is already in use.
     *
     * @param key the key
     * @param value the value
     */
    public <V> Column<T> note(NoteKey<V> key, V value) {
        options.notes.put(key, value);
        return this;
    }

    /**
     * Returns an attached value; empty if there is none.
     *
     * @param key the key
     */
    public <V> Optional<V> note(NoteKey<V> key) {
        return options.notes.get(key);
    }

    /**
     * Declares a foreign key to a column.
     *
     * @param target the referenced column
     */
    public Column<T> references(Column<? extends @Nullable T> target) {
        return references(new ForeignKey.Target.Columns(() -> List.of(target)));
    }

    /**
     * Declares a foreign key to a column that may be declared later.
     *
     * @param target supplies the referenced column
     */
    public Column<T> references(Supplier<? extends Column<? extends @Nullable T>> target) {
        return references(new ForeignKey.Target.Columns(() -> List.of(target.get())));
    }

    /**
     * Declares a foreign key to a column that may be declared later.
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
     * Sets what happens to this row when the referenced row is deleted ({@code ON DELETE}).
     *
     * @param action the action
     */
    public Column<T> onDelete(ReferentialAction action) {
        return foreignKey(options.last(name, "onDelete").onDelete(action));
    }

    /**
     * Sets what happens to this row when the referenced key changes ({@code ON UPDATE}).
     *
     * @param action the action
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
     * Sets when the foreign key is checked.
     *
     * @param when when it is checked
     */
    public Column<T> deferrable(Deferrability when) {
        return foreignKey(options.last(name, "deferrable").deferrable(when));
    }

    /**
     * Adds the foreign key by {@code ALTER TABLE} after all tables are created, and drops it before they are dropped.
     */
    public Column<T> useAlter() {
        return foreignKey(options.last(name, "useAlter").useAlter());
    }

    private Column<T> foreignKey(ForeignKey changed) {
        open().foreignKeys.set(options.foreignKeys.size() - 1, changed);
        return this;
    }

    private ColumnOptions<T> open() {
        if (table != null && table.isFrozen()) {
            throw new FrozenTableException("Column \"" + path() + "\" cannot be changed: its table is already in use. "
                    + "Declare all options of a column before the first statement");
        }
        return options;
    }

    void attach(Table owner) {
        if (table != null && table != owner) {
            throw new IllegalArgumentException(
                    "Column \"" + path() + "\" already belongs to a table: declare another column for \""
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
     * @throws IllegalStateException if this column belongs to no table yet
     */
    public Table table() {
        if (table == null) {
            throw new IllegalStateException("Column \"" + name + "\" does not belong to a table yet");
        }
        return table;
    }

    @Override
    public Table source() {
        return table();
    }

    /** Returns the name, qualified with that of the table if the column belongs to one. */
    @Override
    public String path() {
        return table == null ? name : table.label() + "." + name;
    }

    /** Returns whether NULL is allowed. */
    public boolean isNullable() {
        return options.isNullable == null || options.isNullable;
    }

    /** Returns whether this column is the primary key or part of it. */
    public boolean isPrimaryKey() {
        return table == null ? options.isPrimaryKey : table.primaryKey().columnNames().contains(name);
    }

    boolean isDeclaredPrimaryKey() {
        return options.isPrimaryKey;
    }

    void requireNotNull() {
        options.isNullable = options.isNullable != null ? options.isNullable : Boolean.FALSE;
    }

    /** Returns whether {@link #unique} was called. */
    public boolean isUnique() {
        return options.isUnique;
    }

    /** Returns whether {@link #index} was called. */
    public boolean isIndexed() {
        return options.isIndexed;
    }

    /** Returns the auto-increment setting, or null if it was not set. */
    public @Nullable Boolean autoincrementOption() {
        return options.autoincrement;
    }

    /** Returns the default for an INSERT that omits this column, or null for none. */
    public @Nullable ColumnDefault<T> insertDefault() {
        return options.insertDefault;
    }

    /** Returns the sequence for an INSERT that omits this column, or null for none. */
    public @Nullable Sequence sequenceDefault() {
        return options.sequence;
    }

    /** Returns the default for an UPDATE that omits this column, or null for none. */
    public @Nullable ColumnDefault<T> updateDefault() {
        return options.updateDefault;
    }

    /** Returns the {@code DEFAULT} of the database, or null for none. */
    public @Nullable Expression<?> databaseDefault() {
        return options.serverDefault;
    }

    /** Returns whether the database may fill this column when an INSERT omits it. */
    public boolean isDatabaseGenerated() {
        return options.serverDefault != null || options.isServerGenerated || options.computed != null
                || options.identity != null;
    }

    /** Returns whether the database may change this column on an UPDATE. */
    public boolean isDatabaseUpdated() {
        return options.isServerUpdated || options.computed != null;
    }

    /** Returns the computation, or null for a plain column. */
    public @Nullable Computed computation() {
        return options.computed;
    }

    @Override
    public boolean isComputed() {
        return computation() != null;
    }

    /** Returns the identity option, or null if it was not set. */
    public @Nullable Identity identityOption() {
        return options.identity;
    }

    /** Returns the documentation; empty for none. */
    public String documentationText() {
        return options.documentation;
    }

    /** Returns whether this is a system column, which every table has and which is not created. */
    public boolean isSystem() {
        return options.isSystem;
    }

    /** Returns the comment; empty for none. */
    public String commentText() {
        return options.comment;
    }

    /**
     * Returns the check constraints declared with this column, with the names that its table gives them. They are
     * written in the column definition.
     */
    public List<CheckConstraint> checks() {
        var naming = table().metaData().namingConvention();
        return options.checks.stream().map(check -> naming.apply(check, table())).toList();
    }

    /** Returns the type as declared, before it is placed in the schema of the table. */
    SqlType<T> declaredType() {
        return type;
    }

    /** Copies everything but the foreign keys to a column of the same type. */
    void copyAll(Column<T> copy) {
        copyOptions(copy);
        copy.options.isNullable = options.isNullable;
        copy.options.isPrimaryKey = options.isPrimaryKey;
        copy.options.autoincrement = options.autoincrement;
        copy.options.insertDefault = options.insertDefault;
        copy.options.updateDefault = options.updateDefault;
    }

    void addForeignKey(ForeignKey key) {
        open().foreignKeys.add(key);
    }

    /** Copies everything but the foreign keys to a column that may have another type. */
    @SuppressWarnings("unchecked") // defaults sent by the client are of no use to a column of another type
    void copyOptions(Column<?> copy) {
        var to = (ColumnOptions<T>) copy.open();
        to.isNullable = isNullable();
        to.isUnique = options.isUnique;
        to.isIndexed = options.isIndexed;
        to.autoincrement = equals(table().autoincrementColumn());
        to.sequence = options.sequence;
        to.serverDefault = options.serverDefault;
        to.isServerGenerated = options.isServerGenerated;
        to.isServerUpdated = options.isServerUpdated;
        to.computed = options.computed;
        to.identity = options.identity;
        to.comment = options.comment;
        to.documentation = options.documentation;
        to.isSystem = options.isSystem;
        options.notes.copyTo(to.notes);
        to.checks.addAll(options.checks);
    }

    void apply(AlterColumn change) {
        var to = open();
        change.changedNullability().ifPresent(isAllowed -> to.isNullable = isAllowed);
        if (change.changesServerDefault()) {
            to.serverDefault = change.changedServerDefault();
        }
        if (change.changesIdentity()) {
            to.identity = change.changedIdentity();
            to.autoincrement = to.identity != null;
        }
        change.changedComment().ifPresent(text -> to.comment = text);
    }

    /** Returns the checks declared on this column. */
    List<CheckConstraint> declaredChecks() {
        return options.checks;
    }

    /** Returns the foreign keys declared on this column, in order; they belong to no table. */
    public List<ForeignKey> declaredForeignKeys() {
        return List.copyOf(options.foreignKeys);
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
