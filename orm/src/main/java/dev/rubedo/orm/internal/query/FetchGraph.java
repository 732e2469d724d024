package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a query loads one entity: the strategies of its relationships with the graphs of their targets, and which columns
 * are deferred. Everything else is loaded as mapped. Immutable.
 *
 * @param relationships the strategy and the graph of the target, by attribute
 * @param left the deferred columns, which are loaded on access
 * @param isOnly true if {@code left} came from {@code loadOnly(...)}; two such graphs merge to the union of what they
 * load
 * @param criteria the criteria of all entities that are loaded from here on
 */
public record FetchGraph(Map<Integer, RelationshipFetch> relationships, Set<Integer> left, boolean isOnly,
        Criteria criteria) {

    /** The graph that loads everything as mapped. */
    public static final FetchGraph DEFAULT = new FetchGraph(Map.of(), Set.of(), false, Criteria.NONE);

    /**
     * How a query loads one relationship. Immutable.
     *
     * @param strategy the strategy, or null for the mapped one
     * @param target how the target is loaded
     */
    public record RelationshipFetch(@Nullable LoaderStrategy strategy, FetchGraph target) {}

    /** Copies map and set. */
    public FetchGraph {
        relationships = Map.copyOf(relationships);
        left = Set.copyOf(left);
        Objects.requireNonNull(criteria, "criteria");
    }

    /** Creates a graph without criteria. */
    FetchGraph(Map<Integer, RelationshipFetch> relationships, Set<Integer> left, boolean isOnly) {
        this(relationships, left, isOnly, Criteria.NONE);
    }

    /** Returns this graph with criteria for all entities that are loaded from here on. */
    public FetchGraph with(Criteria more) {
        return more.isEmpty() ? this : new FetchGraph(relationships, left, isOnly, criteria.and(more));
    }

    /** Returns this graph without criteria. */
    FetchGraph withoutCriteria() {
        return criteria.isEmpty() ? this : new FetchGraph(relationships, left, isOnly, Criteria.NONE);
    }

    /** Returns this graph merged with another, whose strategies take precedence. */
    public FetchGraph and(FetchGraph other) {
        if (this == DEFAULT) {
            return other;
        }
        Map<Integer, RelationshipFetch> merged = new HashMap<>(relationships);
        other.relationships.forEach((attribute, chosen) -> merged.merge(attribute, chosen,
                (one, two) -> new RelationshipFetch(two.strategy != null ? two.strategy : one.strategy,
                        one.target.and(two.target))));
        return new FetchGraph(merged, left(other), isOnly || other.isOnly, criteria.and(other.criteria));
    }

    private Set<Integer> left(FetchGraph other) {
        if (isOnly && other.isOnly) {
            Set<Integer> both = new HashSet<>(left);
            both.retainAll(other.left);
            return both;
        }
        Set<Integer> either = new HashSet<>(left);
        either.addAll(other.left);
        return either;
    }

    /** Returns the strategy of a relationship. */
    public LoaderStrategy strategy(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        return chosen == null || chosen.strategy == null ? LoaderStrategy.of(relationship.definition().loading())
                : chosen.strategy;
    }

    /** Tells whether the query, and not only the mapping, has a strategy for a relationship. */
    public boolean isExplicit(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        return chosen != null && chosen.strategy != null;
    }

    /** Returns the graph of the target of a relationship; it keeps the criteria. */
    public FetchGraph target(RelationshipProperty relationship) {
        RelationshipFetch chosen = relationships.get(relationship.index());
        return (chosen == null ? DEFAULT : chosen.target).with(criteria);
    }
}
