package dev.rubedo.processor;

import org.jspecify.annotations.Nullable;

/**
 * The reference of a foreign key.
 *
 * @param table the table, with its schema if it was given
 * @param column the column
 * @param isFollowing whether the relationship of an implicit key makes it follow changes of the referenced key
 * @param annotation the annotation that declares it; null for the implicit key of a relationship
 */
record ForeignKeyReference(String table, String column, boolean isFollowing,
        @Nullable DeclaredAnnotation annotation) {

    String target() {
        return table + "." + column;
    }
}
