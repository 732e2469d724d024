package dev.rubedo.reflect;

import dev.rubedo.type.SqlType;

/**
 * A column as found in the database. Immutable.
 *
 * @param name the name
 * @param typeName the type in the words of the database
 * @param type the type to read and write it with; {@link dev.rubedo.type.Types#UNKNOWN} if none is known
 * @param isNullable whether it accepts NULL
 * @param defaultSql the SQL of its default; empty if it has none
 * @param isAutoincrement whether the database generates its values (auto-increment)
 * @param isComputed whether it is computed from other columns
 * @param comment the comment; empty if there is none
 */
public record ReflectedColumn(String name, String typeName, SqlType<?> type, boolean isNullable, String defaultSql,
        boolean isAutoincrement, boolean isComputed, String comment) {

    /** Returns the column with another type. */
    public ReflectedColumn withType(SqlType<?> other) {
        return new ReflectedColumn(name, typeName, other, isNullable, defaultSql, isAutoincrement, isComputed, comment);
    }
}
