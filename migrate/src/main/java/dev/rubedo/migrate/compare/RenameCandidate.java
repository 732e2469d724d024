package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A table or column that only the model has, with those of the database from which it may have been renamed. Immutable.
 *
 * @param kind {@link ObjectKind#TABLE} or {@link ObjectKind#COLUMN}
 * @param table the table, or that of the column
 * @param name the name in the model
 * @param oldNames the possible names in the database, the most similar first; at least one
 */
public record RenameCandidate(ObjectKind kind, TableName table, String name, List<String> oldNames) {
    /** Checks the components and copies the list. */
    public RenameCandidate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        oldNames = List.copyOf(oldNames);
    }

    /** Returns a description of the object, such as {@code column "users.email"}. */
    public String describe() {
        return kind == ObjectKind.TABLE ? "table \"" + table + "\"" : "column \"" + table + "." + name + "\"";
    }
}
