package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.OnDelete;
import dev.rubedo.schema.Computed;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The definition of an attribute that is stored in one column. Each option returns a new definition. Immutable. */
public final class ColumnDefinition implements AttributeDefinition {

    private static final int PRIMARY_KEY = 1;
    private static final int GENERATED = 1 << 1;
    private static final int NOT_NULL = 1 << 2;
    private static final int UNIQUE = 1 << 3;
    private static final int INDEX = 1 << 4;
    private static final int VERSION = 1 << 5;
    private static final int SERVER_ON_UPDATE = 1 << 6;
    private static final int SERVER_GENERATED = 1 << 7;
    private static final int SYSTEM = 1 << 8;
    private static final int UPDATE_CASCADE = 1 << 9;
    private static final int PRIMITIVE = 1 << 10;

    /** The options. Immutable once the definition that has them is created. */
    private static final class Options implements Cloneable {
        int flags;
        @Nullable String serverDefault;
        @Nullable String references;
        OnDelete onDelete = OnDelete.NO_ACTION;
        @Nullable ValueSource insertDefault;
        @Nullable ValueSource updateDefault;
        @Nullable Computed computed;
        String comment = "";
        String renamedFrom = "";
        @Nullable Deferral deferral;
        @Nullable Function<@Nullable Object, ?> nextVersion;

        Options copy() {
            try {
                return (Options) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final String name;
    private final String column;
    private final SqlType<?> type;
    private final Options options;

    private ColumnDefinition(String name, String column, SqlType<?> type, Options options) {
        this.name = Objects.requireNonNull(name, "name");
        this.column = Objects.requireNonNull(column, "column");
        this.type = Objects.requireNonNull(type, "type");
        this.options = options;
    }

    /**
     * Returns a nullable attribute with this name, stored in this column. If the attribute is a foreign key and its
     * type has no size ({@code Types.STRING} or {@code Types.UNBOUNDED_NUMERIC}), it takes the type of the referenced
     * column. Other strings without a size have {@link dev.rubedo.mapping.Column#DEFAULT_LENGTH}.
     */
    public static ColumnDefinition of(String name, String column, SqlType<?> type) {
        return new ColumnDefinition(name, column, type, new Options());
    }

    private ColumnDefinition with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new ColumnDefinition(name, column, type, changed);
    }

    private ColumnDefinition with(int added) {
        return with(changed -> changed.flags |= added);
    }

    private boolean has(int flag) {
        return (options.flags & flag) != 0;
    }

    /** Returns an equal definition for the table of another class. */
    ColumnDefinition copy() {
        return with(0);
    }

    /** Returns this attribute as part of the primary key, which is never null. */
    public ColumnDefinition primaryKey() {
        return with(PRIMARY_KEY | NOT_NULL);
    }

    /** Returns this attribute as one whose value the database generates if none is set. */
    public ColumnDefinition generated() {
        return with(GENERATED);
    }

    /** Returns this attribute as a required one. */
    public ColumnDefinition notNull() {
        return with(NOT_NULL);
    }

    /**
     * Returns this attribute as one whose field is a primitive: it is never null, and a flush does not box its value
     * to find that out.
     */
    public ColumnDefinition primitive() {
        return with(PRIMITIVE | NOT_NULL);
    }

    /** Returns this attribute with a unique constraint on its column alone. */
    public ColumnDefinition unique() {
        return with(UNIQUE);
    }

    /** Returns this attribute with an index on its column alone. */
    public ColumnDefinition index() {
        return with(INDEX);
    }

    /** Returns this attribute as the version counter, which each UPDATE of the row increments and checks. */
    public ColumnDefinition version() {
        return with(VERSION | NOT_NULL);
    }

    /**
     * Returns this attribute as a version that a function determines for each INSERT and UPDATE.
     *
     * @param next returns the version that follows another, or the first one for null
     */
    public ColumnDefinition version(Function<@Nullable Object, ?> next) {
        Objects.requireNonNull(next, "next");
        return version().with(changed -> changed.nextVersion = next);
    }

    /** Returns this attribute as a version that the database changes with each INSERT and UPDATE. */
    public ColumnDefinition serverVersion() {
        return with(VERSION | NOT_NULL | SERVER_GENERATED | SERVER_ON_UPDATE);
    }

    /** Returns this attribute as one whose column is a system column, which every table has. */
    public ColumnDefinition system() {
        return with(SYSTEM);
    }

    /** Returns this attribute with a DEFAULT in the table. An INSERT omits the column if no value was set. */
    public ColumnDefinition serverDefault(String sql) {
        Objects.requireNonNull(sql, "sql");
        return with(changed -> changed.serverDefault = sql);
    }

    /** Returns this attribute with the value that is inserted if none was set. */
    public ColumnDefinition defaultFrom(ValueSource source) {
        Objects.requireNonNull(source, "source");
        return with(changed -> changed.insertDefault = source);
    }

    /** Returns this attribute with the value that is assigned by each UPDATE of the row that does not change it. */
    public ColumnDefinition onUpdateFrom(ValueSource source) {
        Objects.requireNonNull(source, "source");
        return with(changed -> changed.updateDefault = source);
    }

    /**
     * Returns this attribute as one that the database changes whenever the row is updated, for example by a trigger.
     */
    public ColumnDefinition serverOnUpdate() {
        return with(SERVER_ON_UPDATE);
    }

    /** Returns this attribute as one that the database fills in each INSERT, for example by a trigger. */
    public ColumnDefinition serverGenerated() {
        return with(SERVER_GENERATED);
    }

    /** Returns this attribute as a computed column, which the database fills and which is never written. */
    public ColumnDefinition computed(Computed definition) {
        Objects.requireNonNull(definition, "definition");
        return with(changed -> changed.computed = definition);
    }

    /** Returns this attribute with a comment on its column. */
    public ColumnDefinition comment(String text) {
        Objects.requireNonNull(text, "text");
        return with(changed -> changed.comment = text);
    }

    /** Returns this attribute with the former name of its column, for migrations. */
    public ColumnDefinition renamedFrom(String name) {
        Objects.requireNonNull(name, "name");
        return with(changed -> changed.renamedFrom = name);
    }

    /**
     * Returns this attribute as one that queries do not load by default.
     *
     * @param group the group that is loaded together; empty for none
     * @param raises whether access to it is an error if no query loaded it
     */
    public ColumnDefinition deferred(String group, boolean raises) {
        Deferral made = new Deferral(group, raises);
        return with(changed -> changed.deferral = made);
    }

    /**
     * Returns this attribute as a foreign key to {@code "table.column"} (or {@code "schema.table.column"}), with the
     * names in the database.
     */
    public ColumnDefinition references(String target) {
        Objects.requireNonNull(target, "target");
        return with(changed -> changed.references = target);
    }

    /** Returns this foreign key with its ON DELETE action. */
    public ColumnDefinition onDelete(OnDelete action) {
        Objects.requireNonNull(action, "action");
        return with(changed -> changed.onDelete = action);
    }

    /** Returns this foreign key as one that the database changes when the referenced key changes. */
    public ColumnDefinition updateCascade() {
        return with(UPDATE_CASCADE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Deferral deferral() {
        return options.deferral;
    }

    /** Returns the name of the column. */
    public String column() {
        return column;
    }

    /** Returns the type of the column. */
    public SqlType<?> type() {
        return type;
    }

    /** Returns whether this is part of the primary key. */
    public boolean isPrimaryKey() {
        return has(PRIMARY_KEY);
    }

    /** Returns whether the database generates the value if none is set. */
    public boolean isGenerated() {
        return has(GENERATED);
    }

    /** Returns whether the column may be NULL. */
    public boolean isNullable() {
        return !has(NOT_NULL);
    }

    /** Returns whether the field of the attribute is a primitive. */
    public boolean isPrimitive() {
        return has(PRIMITIVE);
    }

    /** Returns whether the column alone has a unique constraint. */
    public boolean isUnique() {
        return has(UNIQUE);
    }

    /** Returns whether the column alone has an index. */
    public boolean isIndexed() {
        return has(INDEX);
    }

    /** Returns whether this is the version counter. */
    public boolean isVersion() {
        return has(VERSION);
    }

    /** Returns whether this is a version that the database determines, so that no statement writes it. */
    public boolean isServerVersion() {
        return has(VERSION) && has(SERVER_ON_UPDATE);
    }

    /** Returns whether the database changes this foreign key when the referenced key changes. */
    public boolean isUpdateCascade() {
        return has(UPDATE_CASCADE);
    }

    /** Returns whether the column is a system column, which every table has. */
    public boolean isSystem() {
        return has(SYSTEM);
    }

    /** Returns the function that determines the next version, or null for a counter. */
    public @Nullable Function<@Nullable Object, ?> nextVersion() {
        return options.nextVersion;
    }

    /** Returns the SQL of the column's DEFAULT, or null if it has none. */
    public @Nullable String serverDefault() {
        return options.serverDefault;
    }

    /** Returns the source of the value that is inserted if none was set, or null. */
    public @Nullable ValueSource insertDefault() {
        return options.insertDefault;
    }

    /** Returns the source of the value that an UPDATE assigns if it does not change the attribute, or null. */
    public @Nullable ValueSource updateDefault() {
        return options.updateDefault;
    }

    /** Returns how the database computes the column, or null if it does not. */
    public @Nullable Computed computed() {
        return options.computed;
    }

    /** Returns the former name of the column; empty for none. */
    public String renamedFrom() {
        return options.renamedFrom;
    }

    /** Returns the comment on the column; empty for none. */
    public String comment() {
        return options.comment;
    }

    /** Returns whether the database changes the column in each UPDATE by its own means. */
    public boolean isServerOnUpdate() {
        return has(SERVER_ON_UPDATE);
    }

    /** Returns whether the database fills the column in each INSERT by its own means, other than a DEFAULT. */
    public boolean isServerGenerated() {
        return has(SERVER_GENERATED);
    }

    /**
     * Returns whether the database determines the value of a new row if none was set: by a DEFAULT, an expression in the
     * INSERT, a computation or a trigger. The value has to be read back.
     */
    public boolean isFilledOnInsert() {
        return options.serverDefault != null || options.computed != null || has(SERVER_GENERATED)
                || options.insertDefault instanceof ValueSource.OfSql;
    }

    /**
     * Returns whether the database determines the value in an UPDATE that does not change it. The value has to be read
     * back.
     */
    public boolean isFilledOnUpdate() {
        return options.computed != null || has(SERVER_ON_UPDATE) || options.updateDefault instanceof ValueSource.OfSql;
    }

    /** Returns the referenced {@code "table.column"}, or null if this is not a foreign key. */
    public @Nullable String references() {
        return options.references;
    }

    /** Returns the ON DELETE action of this foreign key. */
    public OnDelete onDelete() {
        return options.onDelete;
    }

    @Override
    public String toString() {
        return name + " -> " + column + " " + type;
    }
}
