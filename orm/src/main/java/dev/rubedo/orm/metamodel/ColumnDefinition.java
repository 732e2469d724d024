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

    private final String name;
    private final String column;
    private final SqlType<?> type;
    private final int flags;
    private final @Nullable String serverDefault;
    private final @Nullable String references;
    private final OnDelete onDelete;
    private final @Nullable ValueSource insertDefault;
    private final @Nullable ValueSource updateDefault;
    private final @Nullable Computed computed;
    private final String comment;
    private final String renamedFrom;
    private final @Nullable Deferral deferral;
    private final @Nullable Function<@Nullable Object, ?> nextVersion;

    private ColumnDefinition(Draft draft) {
        this.name = draft.name;
        this.column = draft.column;
        this.type = draft.type;
        this.flags = draft.flags;
        this.serverDefault = draft.serverDefault;
        this.references = draft.references;
        this.onDelete = draft.onDelete;
        this.insertDefault = draft.insertDefault;
        this.updateDefault = draft.updateDefault;
        this.computed = draft.computed;
        this.comment = draft.comment;
        this.renamedFrom = draft.renamedFrom;
        this.deferral = draft.deferral;
        this.nextVersion = draft.nextVersion;
    }

    /** The parts of a definition while one of them is changed. Confined to one thread at a time. */
    private static final class Draft {
        private final String name;
        private final String column;
        private final SqlType<?> type;
        private int flags;
        private @Nullable String serverDefault;
        private @Nullable String references;
        private OnDelete onDelete = OnDelete.NO_ACTION;
        private @Nullable ValueSource insertDefault;
        private @Nullable ValueSource updateDefault;
        private @Nullable Computed computed;
        private String comment = "";
        private String renamedFrom = "";
        private @Nullable Deferral deferral;
        private @Nullable Function<@Nullable Object, ?> nextVersion;

        Draft(String name, String column, SqlType<?> type) {
            this.name = Objects.requireNonNull(name, "name");
            this.column = Objects.requireNonNull(column, "column");
            this.type = Objects.requireNonNull(type, "type");
        }

        Draft(ColumnDefinition from) {
            name = from.name;
            column = from.column;
            type = from.type;
            flags = from.flags;
            serverDefault = from.serverDefault;
            references = from.references;
            onDelete = from.onDelete;
            insertDefault = from.insertDefault;
            updateDefault = from.updateDefault;
            computed = from.computed;
            comment = from.comment;
            renamedFrom = from.renamedFrom;
            deferral = from.deferral;
            nextVersion = from.nextVersion;
        }
    }

    /**
     * Returns a nullable attribute with this name, stored in this column. If the attribute is a foreign key and its
     * type has no size ({@code Types.STRING} or {@code Types.UNBOUNDED_NUMERIC}), it takes the type of the referenced
     * column. Other strings without a size have {@link dev.rubedo.mapping.Column#DEFAULT_LENGTH}.
     */
    public static ColumnDefinition of(String name, String column, SqlType<?> type) {
        return new ColumnDefinition(new Draft(name, column, type));
    }

    private ColumnDefinition with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new ColumnDefinition(draft);
    }

    private ColumnDefinition with(int added) {
        return with(draft -> draft.flags |= added);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
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
        return version().with(draft -> draft.nextVersion = next);
    }

    /** Returns this attribute as a version that the database changes with each INSERT and UPDATE. */
    public ColumnDefinition serverVersion() {
        return with(VERSION | NOT_NULL | SERVER_GENERATED | SERVER_ON_UPDATE);
    }

    /** Returns this attribute as one whose column each table has by itself. */
    public ColumnDefinition system() {
        return with(SYSTEM);
    }

    /** Returns this attribute with a DEFAULT in the table. An INSERT omits the column if no value was set. */
    public ColumnDefinition serverDefault(String sql) {
        Objects.requireNonNull(sql, "sql");
        return with(draft -> draft.serverDefault = sql);
    }

    /** Returns this attribute with the value that is inserted if none was set. */
    public ColumnDefinition defaultFrom(ValueSource source) {
        Objects.requireNonNull(source, "source");
        return with(draft -> draft.insertDefault = source);
    }

    /** Returns this attribute with the value that is assigned by each UPDATE of the row that does not change it. */
    public ColumnDefinition onUpdateFrom(ValueSource source) {
        Objects.requireNonNull(source, "source");
        return with(draft -> draft.updateDefault = source);
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
        return with(draft -> draft.computed = definition);
    }

    /** Returns this attribute with a comment on its column. */
    public ColumnDefinition comment(String text) {
        Objects.requireNonNull(text, "text");
        return with(draft -> draft.comment = text);
    }

    /** Returns this attribute with the name that its column had before, for migrations. */
    public ColumnDefinition renamedFrom(String name) {
        Objects.requireNonNull(name, "name");
        return with(draft -> draft.renamedFrom = name);
    }

    /**
     * Returns this attribute as one that queries leave out by default.
     *
     * @param group the group that is loaded together; empty for none
     * @param raises whether access to it is an error if no query loaded it
     */
    public ColumnDefinition deferred(String group, boolean raises) {
        Deferral made = new Deferral(group, raises);
        return with(draft -> draft.deferral = made);
    }

    /**
     * Returns this attribute as a foreign key to {@code "table.column"} (or {@code "schema.table.column"}), with the
     * names in the database.
     */
    public ColumnDefinition references(String target) {
        Objects.requireNonNull(target, "target");
        return with(draft -> draft.references = target);
    }

    /** Returns this foreign key with its ON DELETE action. */
    public ColumnDefinition onDelete(OnDelete action) {
        Objects.requireNonNull(action, "action");
        return with(draft -> draft.onDelete = action);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Deferral deferral() {
        return deferral;
    }

    /** Returns the name of the column. */
    public String column() {
        return column;
    }

    /** Returns the type of the column. */
    public SqlType<?> type() {
        return type;
    }

    /** Tells whether this is part of the primary key. */
    public boolean isPrimaryKey() {
        return has(PRIMARY_KEY);
    }

    /** Tells whether the database generates the value if none is set. */
    public boolean isGenerated() {
        return has(GENERATED);
    }

    /** Tells whether the column may be NULL. */
    public boolean isNullable() {
        return !has(NOT_NULL);
    }

    /** Tells whether the column alone has a unique constraint. */
    public boolean isUnique() {
        return has(UNIQUE);
    }

    /** Tells whether the column alone has an index. */
    public boolean isIndexed() {
        return has(INDEX);
    }

    /** Tells whether this is the version counter. */
    public boolean isVersion() {
        return has(VERSION);
    }

    /** Tells whether this is a version that the database determines, so that no statement writes it. */
    public boolean isServerVersion() {
        return has(VERSION) && has(SERVER_ON_UPDATE);
    }

    /** Returns this foreign key as one that the database changes when the referenced key changes. */
    public ColumnDefinition updateCascade() {
        return with(UPDATE_CASCADE);
    }

    /** Tells whether the database changes this foreign key when the referenced key changes. */
    public boolean isUpdateCascade() {
        return has(UPDATE_CASCADE);
    }

    /** Tells whether each table has the column by itself. */
    public boolean isSystem() {
        return has(SYSTEM);
    }

    /** Returns the function that determines the next version, or null for a counter. */
    public @Nullable Function<@Nullable Object, ?> nextVersion() {
        return nextVersion;
    }

    /** Returns the SQL of the column's DEFAULT, or null if it has none. */
    public @Nullable String serverDefault() {
        return serverDefault;
    }

    /** Returns the source of the value that is inserted if none was set, or null. */
    public @Nullable ValueSource insertDefault() {
        return insertDefault;
    }

    /** Returns the source of the value that an UPDATE assigns if it does not change the attribute, or null. */
    public @Nullable ValueSource updateDefault() {
        return updateDefault;
    }

    /** Returns how the database computes the column, or null if it does not. */
    public @Nullable Computed computed() {
        return computed;
    }

    /** Returns the name that the column had before; empty for none. */
    public String renamedFrom() {
        return renamedFrom;
    }

    /** Returns the comment on the column; empty for none. */
    public String comment() {
        return comment;
    }

    /** Tells whether the database changes the column in each UPDATE by its own means. */
    public boolean isServerOnUpdate() {
        return has(SERVER_ON_UPDATE);
    }

    /** Tells whether the database fills the column in each INSERT by its own means, other than a DEFAULT. */
    public boolean isServerGenerated() {
        return has(SERVER_GENERATED);
    }

    /**
     * Tells whether the database determines the value of a new row if none was set: by a DEFAULT, an expression in the
     * INSERT, a computation or a trigger. The value has to be read back.
     */
    public boolean isFilledOnInsert() {
        return serverDefault != null || computed != null || has(SERVER_GENERATED)
                || insertDefault instanceof ValueSource.OfSql;
    }

    /**
     * Tells whether the database determines the value in an UPDATE that does not change it. The value has to be read
     * back.
     */
    public boolean isFilledOnUpdate() {
        return computed != null || has(SERVER_ON_UPDATE) || updateDefault instanceof ValueSource.OfSql;
    }

    /** Returns the referenced {@code "table.column"}, or null if this is not a foreign key. */
    public @Nullable String references() {
        return references;
    }

    /** Returns the ON DELETE action of this foreign key. */
    public OnDelete onDelete() {
        return onDelete;
    }

    @Override
    public String toString() {
        return name + " -> " + column + " " + type;
    }
}
