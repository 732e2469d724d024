package dev.rubedo.orm.metamodel;

import java.util.List;
import java.util.Objects;

/**
 * The link between the tables of a relationship's owner and target, as the processor resolved it. Attributes and
 * columns correspond by position. Immutable.
 */
public sealed interface LinkDefinition {

    /**
     * A foreign key in the owner's table: the many side, or the side of a one-to-one relationship that has the column.
     *
     * @param attributes the attributes of the owner that are the foreign key
     * @param referenced the attributes of the target that they refer to
     */
    record ForeignKey(List<String> attributes, List<String> referenced) implements LinkDefinition {

        /** Copies the lists. */
        public ForeignKey {
            attributes = List.copyOf(attributes);
            referenced = List.copyOf(referenced);
        }
    }

    /**
     * A foreign key in the target's table: the inverse side.
     *
     * @param attributes the attributes of the target that are the foreign key
     * @param referenced the attributes of the owner that they refer to
     */
    record InverseForeignKey(List<String> attributes, List<String> referenced) implements LinkDefinition {

        /** Copies the lists. */
        public InverseForeignKey {
            attributes = List.copyOf(attributes);
            referenced = List.copyOf(referenced);
        }
    }

    /**
     * A join table that refers to both primary keys.
     *
     * @param table the name of the table
     * @param columns the columns that refer to the owner's primary key
     * @param inverseColumns the columns that refer to the target's primary key
     */
    record JoinTable(String table, List<String> columns, List<String> inverseColumns) implements LinkDefinition {

        /** Copies the lists. */
        public JoinTable {
            Objects.requireNonNull(table, "table");
            columns = List.copyOf(columns);
            inverseColumns = List.copyOf(inverseColumns);
        }
    }
}
