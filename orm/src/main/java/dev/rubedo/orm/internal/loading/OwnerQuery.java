package dev.rubedo.orm.internal.loading;

import dev.rubedo.orm.internal.query.ExecutedQuery;
import dev.rubedo.orm.internal.query.LoadNode;
import dev.rubedo.orm.model.RelationshipProperty;

/**
 * A query that returned the owners of relationships, and where they are in its rows. Immutable.
 *
 * @param query the query
 * @param node how its rows are read
 */
record OwnerQuery(ExecutedQuery query, LoadNode node) {

    /** Returns whether the rows have the keys by which owners find the targets of a relationship. */
    boolean has(RelationshipProperty relationship) {
        for (int position : positions(relationship)) {
            if (position == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the 1-based columns of these keys. */
    int[] positions(RelationshipProperty relationship) {
        int[] local = relationship.ownerKey();
        int[] positions = new int[local.length];
        for (int i = 0; i < local.length; i++) {
            positions[i] = node.position(local[i]);
        }
        return positions;
    }
}
