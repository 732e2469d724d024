package dev.rubedo.orm.query;

import dev.rubedo.orm.mapper.RelationshipProperty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query says about loading one entity: strategies of its relationships with what follows from there, and which columns are
 * left out. What it does not say is as mapped. Immutable.
 *
 * @param choices by attribute: the strategy and what it says about the target
 * @param left the columns that are loaded only when they are touched
 * @param isOnly whether they are all but some: with another of this kind, what either names is loaded
 * @param criteria what must hold of all entities that are loaded from here on
 */
public record Fetch(Map<Integer, Choice> choices, Set<Integer> left, boolean isOnly, Criteria criteria) {

    /** Everything as mapped. */
    public static final Fetch DEFAULT = new Fetch(Map.of(), Set.of(), false, Criteria.NONE);

    /**
     * What is said about one relationship. Immutable.
     *
     * @param strategy when it is loaded; null = as mapped, only what follows is said
     * @param target what is said about the entity it leads to
     */
    public record Choice(@Nullable LoaderStrategy strategy, Fetch target) {}

    /** Copies map and set. */
    public Fetch {
        choices = Map.copyOf(choices);
        left = Set.copyOf(left);
        Objects.requireNonNull(criteria, "criteria");
    }

    /** Makes what says something about relationships and columns only. */
    Fetch(Map<Integer, Choice> choices, Set<Integer> left, boolean isOnly) {
        this(choices, left, isOnly, Criteria.NONE);
    }

    /** Returns this with criteria for all that is loaded from here on. */
    public Fetch with(Criteria more) {
        return more.isEmpty() ? this : new Fetch(choices, left, isOnly, criteria.and(more));
    }

    /** Returns this with what another says; where both speak, the other wins. */
    public Fetch and(Fetch other) {
        if (this == DEFAULT) {
            return other;
        }
        Map<Integer, Choice> merged = new HashMap<>(choices);
        other.choices.forEach((attribute, choice) -> merged.merge(attribute, choice,
                (one, two) -> new Choice(two.strategy != null ? two.strategy : one.strategy,
                        one.target.and(two.target))));
        return new Fetch(merged, left(other), isOnly || other.isOnly, criteria.and(other.criteria));
    }

    private Set<Integer> left(Fetch other) {
        if (isOnly && other.isOnly) {
            Set<Integer> both = new HashSet<>(left);
            both.retainAll(other.left);
            return both;
        }
        Set<Integer> either = new HashSet<>(left);
        either.addAll(other.left);
        return either;
    }

    /** Returns when a relationship is loaded. */
    public LoaderStrategy strategy(RelationshipProperty relationship) {
        Choice choice = choices.get(relationship.index());
        return choice == null || choice.strategy == null ? LoaderStrategy.of(relationship.definition().loading())
                : choice.strategy;
    }

    /** Tells whether a query, and not the mapping, says when a relationship is loaded. */
    public boolean isExplicit(RelationshipProperty relationship) {
        Choice choice = choices.get(relationship.index());
        return choice != null && choice.strategy != null;
    }

    /** Returns what is said about the entity a relationship leads to; criteria go on. */
    public Fetch target(RelationshipProperty relationship) {
        Choice choice = choices.get(relationship.index());
        return (choice == null ? DEFAULT : choice.target).with(criteria);
    }
}
