package dev.rubedo.compile;

import dev.rubedo.sql.JsonAccess;

/** Writes paths into JSON documents. Immutable. */
public final class JsonPaths {

    private JsonPaths() {}

    /** Returns the path as SQLite, MySQL and MariaDB take it: {@code $."name"[2]}. */
    public static String of(JsonAccess<?> access) {
        var path = new StringBuilder("$");
        for (var step : access.path()) {
            if (step instanceof Integer position) {
                path.append('[').append(position).append(']');
            } else {
                path.append(".\"").append(step.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return path.toString();
    }

    /** Returns the path as PostgreSQL takes it: {@code {"name",2}}. */
    public static String asArray(JsonAccess<?> access) {
        var path = new StringBuilder("{");
        for (var step : access.path()) {
            path.append(path.length() == 1 ? "" : ",");
            if (step instanceof Integer position) {
                path.append(position);
            } else {
                path.append('"').append(step.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return path.append('}').toString();
    }
}
