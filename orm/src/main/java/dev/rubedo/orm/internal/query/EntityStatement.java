package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import java.util.List;
import java.util.Objects;

/** What loading asks for, which is planned as a query of the program is. Two are equal when they have the same plan. Immutable. */
public sealed interface EntityStatement {

    /** Returns what is said about loading the entity. */
    FetchGraph fetch();

    /**
     * The row of an entity by its key, whose parts are the parameters.
     *
     * @param mapper the entity
     * @param fetch what is loaded with it
     * @param lock whether the row is locked until the end of the transaction
     */
    record ByKey(Mapper<?> mapper, FetchGraph fetch, boolean lock) implements EntityStatement {

        /** Checks for null. */
        public ByKey {
            Objects.requireNonNull(mapper, "mapper");
            Objects.requireNonNull(fetch, "fetch");
        }
    }

    /**
     * Columns of one row by its key, in the order of the attributes.
     *
     * @param mapper the entity
     * @param attributes the attributes
     * @param fetch what must hold of the row
     */
    record Columns(Mapper<?> mapper, List<Integer> attributes, FetchGraph fetch) implements EntityStatement {

        /** Copies the list. */
        public Columns {
            Objects.requireNonNull(mapper, "mapper");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * The key and columns of many rows by their keys. The parameter is a list of keys, or, where the database cannot compare rows of values,
     * there is one for each part of each key.
     *
     * @param mapper the entity
     * @param attributes the attributes besides the key
     * @param fetch what must hold of the rows
     * @param keys how many keys there are; 0 where the number does not matter
     */
    record ColumnsOfMany(Mapper<?> mapper, List<Integer> attributes, FetchGraph fetch,
            int keys) implements EntityStatement {

        /** Copies the list. */
        public ColumnsOfMany {
            Objects.requireNonNull(mapper, "mapper");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * What a relationship of one owner leads to; the parts of the owner's key are the parameters.
     *
     * @param relationship the relationship
     * @param fetch what is loaded with the targets
     */
    record RelatedOfOne(RelationshipProperty relationship, FetchGraph fetch) implements EntityStatement {

        /** Checks for null. */
        public RelatedOfOne {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(fetch, "fetch");
        }
    }

    /**
     * What a relationship of many owners leads to: the key of the owner comes first in each row. Parameters as of {@link ColumnsOfMany}.
     *
     * @param relationship the relationship
     * @param fetch what is loaded with the targets
     * @param owners how many owners there are; 0 where the number does not matter
     */
    record RelatedOfMany(RelationshipProperty relationship, FetchGraph fetch, int owners) implements EntityStatement {

        /** Checks for null. */
        public RelatedOfMany {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(fetch, "fetch");
        }
    }
}
