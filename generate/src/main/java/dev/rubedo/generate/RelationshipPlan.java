package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import dev.rubedo.schema.ForeignKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to be written. Immutable.
 *
 * @param name its name
 * @param target the entity that it leads to
 * @param shape its kind
 * @param isNullable whether a to-one relationship may be null
 * @param inverse the relationship on the other side; empty for none
 * @param foreignKey the attributes of the foreign key; empty if it is the only one
 * @param remoteSide the attributes on the other side; empty unless the relationship is ambiguous
 * @param deletesOrphans whether the rows on the other side are deleted with their owner
 * @param leavesDeletion whether the database deletes the rows on the other side or sets their foreign key to NULL
 * @param link the join table, on the side that declares it
 */
record RelationshipPlan(String name, ClassName target, Shape shape, boolean isNullable, String inverse,
        List<String> foreignKey, List<String> remoteSide, boolean deletesOrphans, boolean leavesDeletion,
        @Nullable Link link) {

    /** Copies the lists. */
    RelationshipPlan {
        foreignKey = List.copyOf(foreignKey);
        remoteSide = List.copyOf(remoteSide);
    }

    /** The kind of a relationship. Immutable. */
    enum Shape {
        /** To one row. */
        ONE,
        /** To the many rows that refer to this one. */
        MANY,
        /** To many rows through a join table. */
        MANY_TO_MANY
    }

    /**
     * A join table. Immutable.
     *
     * @param table its name, with the schema
     * @param near its foreign key to the side that declares it
     * @param far its foreign key to the other side
     */
    record Link(String table, ForeignKey near, ForeignKey far) {}
}
