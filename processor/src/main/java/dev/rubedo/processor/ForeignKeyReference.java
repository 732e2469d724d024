package dev.rubedo.processor;

import org.jspecify.annotations.Nullable;

/**
 * What a foreign key refers to.
 *
 * @param table the table, with its schema if it was given
 * @param column the column
 * @param onDelete the name of the ON DELETE action
 * @param annotation the annotation that says so; null for a key that a relationship makes by itself
 */
record ForeignKeyReference(String table, String column, String onDelete, @Nullable DeclaredAnnotation annotation) {

    String target() {
        return table + "." + column;
    }
}
