package dev.rubedo.migrate.snapshot;

import java.util.Objects;

/**
 * The name of a table, sequence or other object in a schema. Immutable.
 *
 * @param schema the schema; empty for the default schema of the connection
 * @param name the name
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    /** Checks the names. */
    public TableName {
        Objects.requireNonNull(schema, "schema");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a table is empty");
        }
    }

    /**
     * Returns a name.
     *
     * @param text the name, as {@code "table"} or {@code "schema.table"}
     */
    public static TableName of(String text) {
        int point = text.indexOf('.');
        return point < 0 ? new TableName("", text)
                : new TableName(text.substring(0, point), text.substring(point + 1));
    }

    /**
     * Returns this name in a schema, unless it already has one.
     *
     * @param other the schema
     */
    public TableName inSchema(String other) {
        return schema.isEmpty() ? new TableName(other, name) : this;
    }

    /**
     * Returns another name in the same schema.
     *
     * @param other the name
     */
    public TableName renamed(String other) {
        return new TableName(schema, other);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** Returns the name in the format that {@link #of} accepts. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
