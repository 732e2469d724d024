package dev.rubedo.reflect;

import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Identity;
import dev.rubedo.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column as read from the database. Immutable.
 *
 * @param name the name
 * @param typeName the type as the database writes it
 * @param type the type to read and write it with, including its collation; {@link dev.rubedo.type.Types#UNKNOWN} if
 *     none is known
 * @param isNullable whether it accepts NULL
 * @param defaultSql the SQL of its default; empty if it has none
 * @param isAutoincrement whether the database generates its values (auto-increment)
 * @param identity the kind, start and increment of an identity column; null for any other
 * @param computed the expression and storage of a computed column; null for any other
 * @param onUpdate the SQL of the value that each update assigns; empty if there is none
 * @param collation the collation; empty for that of the table or database
 * @param comment the comment; empty if there is none
 * @param unmodelled a description of further properties that metadata cannot represent; empty for none. They are
 *     omitted from metadata, with a warning
 */
public record ReflectedColumn(String name, String typeName, SqlType<?> type, boolean isNullable, String defaultSql,
        boolean isAutoincrement, @Nullable Identity identity, @Nullable Computed computed, String onUpdate,
        String collation, String comment, String unmodelled) {

    /** Returns whether it is computed from other columns. */
    public boolean isComputed() {
        return computed != null;
    }

    /** Returns the column with another type. */
    public ReflectedColumn withType(SqlType<?> other) {
        return new ReflectedColumn(name, typeName, other, isNullable, defaultSql, isAutoincrement, identity, computed,
                onUpdate, collation, comment, unmodelled);
    }
}
