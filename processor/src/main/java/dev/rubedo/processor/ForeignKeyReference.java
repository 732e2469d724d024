package dev.rubedo.processor;

import org.jspecify.annotations.Nullable;

/**
 * The reference of a foreign key.
 *
 * @param table the table, with its schema if it was given
 * @param column the column
 * @param annotation the annotation that declares it; null for the implicit key of a relationship
 */
record ForeignKeyReference(String table, String column, @Nullable DeclaredAnnotation annotation) {

    String target() {
        return table + "." + column;
    }
}
