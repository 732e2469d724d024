package dev.rubedo.type;

import java.util.List;

/**
 * A type of listed texts: a named type on PostgreSQL, {@code ENUM(...)} on MySQL and MariaDB, a string elsewhere.
 * Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface EnumeratedType<T> extends SqlType<T> permits EnumType, LabelType {

    /** Returns the name of the database type or of its check constraint. */
    String name();

    /** Returns the schema of the database type, or an empty text for that of the table. */
    String schema();

    /** Returns whether a database with named enumeration types makes one; else a string. */
    boolean isNative();

    /** Returns whether a check constraint is made where there is no such type. */
    boolean isChecked();

    /** Returns the stored texts, in their order. */
    List<String> labels();

    /** Returns the length of the longest stored text. */
    default int length() {
        return labels().stream().mapToInt(String::length).max().orElse(1);
    }

    @Override
    default TypeFamily family() {
        return TypeFamily.ENUM;
    }
}
