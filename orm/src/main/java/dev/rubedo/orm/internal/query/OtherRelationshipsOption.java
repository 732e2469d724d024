package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.FetchGraph.OtherRelationships;
import dev.rubedo.sql.StatementOption;
import java.util.Objects;

/**
 * The option to load all relationships that no other option names by a strategy, of every entity that a statement loads
 * and that is loaded from there. Immutable.
 *
 * @param strategy the strategy
 */
public record OtherRelationshipsOption(LoaderStrategy strategy) implements StatementOption {

    /** Checks for null. */
    public OtherRelationshipsOption {
        Objects.requireNonNull(strategy, "strategy");
    }

    /** Returns this option as a part of a graph. */
    public OtherRelationships others() {
        return new OtherRelationships(strategy, true);
    }

    @Override
    public String toString() {
        return "all other relationships " + strategy;
    }
}
