package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a query loads one entity: the strategies of its relationships with the graphs of their targets, and which columns
 * are loaded. Everything else is loaded as mapped. Immutable.
 *
 * @param relationships the strategy and the graph of the target, by attribute
 * @param columns which columns and formulas are loaded
 * @param criteria the criteria of all entities that are loaded from here on
 * @param others how relationships are loaded that no option names, or null for as mapped
 */
public record FetchGraph(Map<Integer, RelationshipFetch> relationships, ColumnFetch columns, Criteria criteria,
        @Nullable OtherRelationships others) {

    /** The graph that loads everything as mapped. */
    public static final FetchGraph DEFAULT = new FetchGraph(Map.of(), ColumnFetch.AS_MAPPED, Criteria.NONE, null);

    /**
     * How a query loads one relationship. Immutable.
     *
     * @param strategy the strategy, or null for the mapped one
     * @param target how the target is loaded
     */
    public record RelationshipFetch(@Nullable LoaderStrategy strategy, FetchGraph target) {}

    /**
     * How the relationships of an entity are loaded that no option names. Immutable.
     *
     * @param strategy the strategy
     * @param isEverywhere whether it also applies to the entities that are loaded from here on
     */
    public record OtherRelationships(LoaderStrategy strategy, boolean isEverywhere) {}

    /** Copies the map. */
    public FetchGraph {
        relationships = Map.copyOf(relationships);
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(criteria, "criteria");
    }

    /** Creates a graph without criteria. */
    FetchGraph(Map<Integer, RelationshipFetch> relationships, ColumnFetch columns) {
        this(relationships, columns, Criteria.NONE, null);
    }

    /** Returns this graph with criteria for all entities that are loaded from here on. */
    public FetchGraph with(Criteria more) {
        return more.isEmpty() ? this : new FetchGraph(relationships, columns, criteria.and(more), others);
    }

    /** Returns this graph with a strategy for all relationships that no option names. */
    public FetchGraph with(@Nullable OtherRelationships strategy) {
        return strategy == null ? this : new FetchGraph(relationships, columns, criteria, strategy);
    }

    /** Returns this graph without criteria. */
    FetchGraph withoutCriteria() {
        return criteria.isEmpty() ? this : new FetchGraph(relationships, columns, Criteria.NONE, others);
    }

    /** Returns this graph merged with another, whose choices take precedence. */
    public FetchGraph and(FetchGraph other) {
        if (this == DEFAULT) {
            return other;
        }
        Map<Integer, RelationshipFetch> merged = new HashMap<>(relationships);
        other.relationships.forEach((attribute, chosen) -> merged.merge(attribute, chosen,
                (one, two) -> new RelationshipFetch(two.strategy != null ? two.strategy : one.strategy,
                        one.target.and(two.target))));
        return new FetchGraph(merged, columns.and(other.columns), criteria.and(other.criteria),
                other.others != null ? other.others : others);
    }

    /** Returns the strategy of a relationship. */
    public LoaderStrategy strategy(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        if (chosen != null && chosen.strategy != null) {
            return chosen.strategy;
        }
        return others != null ? others.strategy : LoaderStrategy.of(relationship.definition());
    }

    /** Tells whether the query, and not only the mapping, has a strategy for a relationship. */
    public boolean isExplicit(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        return chosen != null && chosen.strategy != null;
    }

    /**
     * Returns the graph of the target of a relationship; it keeps the criteria. A self-reference that is loaded to a
     * certain depth is loaded there too, one level less deep.
     */
    public FetchGraph target(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        FetchGraph own = chosen == null ? DEFAULT : chosen.target;
        FetchGraph target = own;
        if (relationship.isRecursive()) {
            LoaderStrategy next = strategy(relationship).deeper();
            if (next == null && !isExplicit(relationship) && relationship.definition().depth() > 0) {
                next = LoaderStrategy.BATCH;
            }
            if (next != null) {
                target = new FetchGraph(Map.of(relationship.index(), new RelationshipFetch(next, own)),
                        ColumnFetch.AS_MAPPED).and(own);
            }
        }
        if (others != null && others.isEverywhere && target.others == null) {
            target = target.with(others);
        }
        return target.with(criteria);
    }
}
