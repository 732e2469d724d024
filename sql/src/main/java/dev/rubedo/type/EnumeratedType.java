package dev.rubedo.type;

import java.util.List;

/**
 * A type with a fixed list of texts: a named type on PostgreSQL, {@code ENUM(...)} on MySQL and MariaDB, a string
 * elsewhere. Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface EnumeratedType<T> extends SqlType<T> permits EnumType, LabelType {

    /** Returns the name of the database type or of its check constraint. */
    String name();

    /** Returns the schema of the database type; empty for that of the table. */
    String schema();

    /** Returns whether to use a named enumeration type instead of a string on databases that have them. */
    boolean isNative();

    /** Returns whether to add a check constraint on databases without such types. */
    boolean isChecked();

    /** Returns the stored texts, in order. */
    List<String> labels();

    /** Returns the length of the string type, which is at least that of the longest stored text. */
    int length();

    @Override
    default TypeFamily family() {
        return TypeFamily.ENUM;
    }
}
