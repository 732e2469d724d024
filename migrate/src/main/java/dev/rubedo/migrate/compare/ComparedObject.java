package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An object that is about to be compared. Immutable.
 *
 * @param kind the kind
 * @param name the name; empty for a constraint without one
 * @param table the table that it belongs to, or its own name for a table, sequence or view
 * @param definition the object: a snapshot of a table, column, constraint, index or view, or a sequence
 * @param isReflected whether it is in the database; otherwise it is in the model
 * @param other the object of the same kind and name on the other side, or null if there is none
 */
public record ComparedObject(ObjectKind kind, String name, TableName table, Object definition, boolean isReflected,
        @Nullable Object other) {}
