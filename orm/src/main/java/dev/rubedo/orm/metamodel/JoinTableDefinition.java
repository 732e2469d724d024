package dev.rubedo.orm.metamodel;

import java.util.List;
import java.util.Objects;

/**
 * The table between the two entities of a many-to-many relationship. Immutable.
 *
 * @param name the name of the table
 * @param columns the columns that refer to the owner's primary key; empty = {@code <class>_<key>} in snake_case
 * @param inverseColumns the columns that refer to the target's primary key; empty = {@code <class>_<key>} in snake_case
 */
public record JoinTableDefinition(String name, List<String> columns, List<String> inverseColumns) {

    /** Copies the lists. */
    public JoinTableDefinition {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        inverseColumns = List.copyOf(inverseColumns);
    }
}
