package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import java.util.List;
import java.util.Objects;

/**
 * A statement for loading, which is planned like a query of the application. Two statements are equal if they have the
 * same plan. Immutable.
 */
public sealed interface EntityStatement {

    /** Returns how the entity is loaded. */
    FetchGraph fetch();

    /** Returns this statement with another way in which the entity is loaded. */
    default EntityStatement with(FetchGraph other) {
        return switch (this) {
            case ByKey one -> new ByKey(one.mapper, other, one.lock);
            case Columns one -> new Columns(one.mapper, one.attributes, other);
            case ColumnsOfMany one -> new ColumnsOfMany(one.mapper, one.attributes, other, one.keys);
            case RelatedOfOne one -> new RelatedOfOne(one.relationship, other);
            case RelatedOfMany one -> new RelatedOfMany(one.relationship, other, one.owners);
            case RelatedOfRange one -> new RelatedOfRange(one.relationship, other);
        };
    }

    /**
     * Selects the row of an entity by its key, whose parts are the parameters.
     *
     * @param mapper the entity
     * @param fetch how the entity is loaded
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
     * Selects columns of one row by its key, in the order of the attributes.
     *
     * @param mapper the entity
     * @param attributes the attributes
     * @param fetch the criteria for the row
     */
    record Columns(Mapper<?> mapper, List<Integer> attributes, FetchGraph fetch) implements EntityStatement {

        /** Copies the list. */
        public Columns {
            Objects.requireNonNull(mapper, "mapper");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * Selects the key and columns of many rows by their keys. The parameter is a list of keys or, if the database
     * cannot compare rows of values, one parameter for each part of each key.
     *
     * @param mapper the entity
     * @param attributes the attributes in addition to the key
     * @param fetch the criteria for the rows
     * @param keys the number of keys, or 0 if it does not matter
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
     * Selects the targets of one owner's relationship. The parts of the owner's key are the parameters.
     *
     * @param relationship the relationship
     * @param fetch how the targets are loaded
     */
    record RelatedOfOne(RelationshipProperty relationship, FetchGraph fetch) implements EntityStatement {

        /** Checks for null. */
        public RelatedOfOne {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(fetch, "fetch");
        }
    }

    /**
     * Selects the targets of a relationship of many owners. The key of the owner comes first in each row. The
     * parameters are as in {@link ColumnsOfMany}.
     *
     * @param relationship the relationship
     * @param fetch how the targets are loaded
     * @param owners the number of owners, or 0 if it does not matter
     */
    record RelatedOfMany(RelationshipProperty relationship, FetchGraph fetch, int owners) implements EntityStatement {

        /** Checks for null. */
        public RelatedOfMany {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(fetch, "fetch");
        }
    }

    /**
     * Selects the targets of a relationship of all owners whose keys, which are integers of one column, are between two
     * parameters. The key of the owner comes first in each row.
     *
     * @param relationship the relationship
     * @param fetch how the targets are loaded
     */
    record RelatedOfRange(RelationshipProperty relationship, FetchGraph fetch) implements EntityStatement {

        /** Checks for null. */
        public RelatedOfRange {
            Objects.requireNonNull(relationship, "relationship");
            Objects.requireNonNull(fetch, "fetch");
        }
    }
}
