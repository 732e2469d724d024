package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.OnDelete;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The definition of an attribute that is stored in one column. Each option returns a new definition. Immutable. */
public final class ColumnDefinition implements AttributeDefinition {

    private static final int PRIMARY_KEY = 1;
    private static final int GENERATED = 1 << 1;
    private static final int NOT_NULL = 1 << 2;
    private static final int UNIQUE = 1 << 3;
    private static final int INDEX = 1 << 4;
    private static final int VERSION = 1 << 5;

    private final String name;
    private final String column;
    private final SqlType<?> type;
    private final int flags;
    private final @Nullable String serverDefault;
    private final @Nullable String references;
    private final OnDelete onDelete;

    private ColumnDefinition(String name, String column, SqlType<?> type, int flags, @Nullable String serverDefault,
            @Nullable String references, OnDelete onDelete) {
        this.name = Objects.requireNonNull(name, "name");
        this.column = Objects.requireNonNull(column, "column");
        this.type = Objects.requireNonNull(type, "type");
        this.flags = flags;
        this.serverDefault = serverDefault;
        this.references = references;
        this.onDelete = onDelete;
    }

    /**
     * Returns a nullable attribute with this name, stored in this column. If the attribute is a foreign key and its
     * type has no size ({@code Types.STRING} or {@code Types.UNBOUNDED_NUMERIC}), it takes the type of the referenced
     * column. Other strings without a size have {@link dev.rubedo.mapping.Column#DEFAULT_LENGTH}.
     */
    public static ColumnDefinition of(String name, String column, SqlType<?> type) {
        return new ColumnDefinition(name, column, type, 0, null, null, OnDelete.NO_ACTION);
    }

    private ColumnDefinition with(int added) {
        return new ColumnDefinition(name, column, type, flags | added, serverDefault, references, onDelete);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
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

    /** Returns this attribute with a DEFAULT in the table. An INSERT omits the column if no value was set. */
    public ColumnDefinition serverDefault(String sql) {
        return new ColumnDefinition(name, column, type, flags, Objects.requireNonNull(sql, "sql"), references,
                onDelete);
    }

    /**
     * Returns this attribute as a foreign key to {@code "table.column"} (or {@code "schema.table.column"}), with the
     * names in the database.
     */
    public ColumnDefinition references(String target) {
        return new ColumnDefinition(name, column, type, flags, serverDefault, Objects.requireNonNull(target, "target"),
                onDelete);
    }

    /** Returns this foreign key with its ON DELETE action. */
    public ColumnDefinition onDelete(OnDelete action) {
        return new ColumnDefinition(name, column, type, flags, serverDefault, references,
                Objects.requireNonNull(action, "action"));
    }

    @Override
    public String name() {
        return name;
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

    /** Returns the SQL of the column's DEFAULT, or null if it has none. */
    public @Nullable String serverDefault() {
        return serverDefault;
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
