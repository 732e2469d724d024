package dev.rubedo.orm.internal.query;

import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.sql.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a query loads one entity: the strategies of its relationships with the graphs of their targets, and which columns
 * are loaded. Everything else is loaded as mapped. Immutable.
 *
 * @param relationships the strategy and the graph of the target, by attribute
 * @param columns which columns and formulas are loaded
 * @param criteria the criteria of all entities that are loaded from here on
 * @param others how relationships that no option names are loaded, or null for as mapped
 * @param subclasses how attributes of subclasses are loaded
 * @param restriction conditions for the targets of the relationship that leads here, in terms of the entity itself
 * @param most the maximum number of targets to load for each owner, or 0 for all
 */
public record FetchGraph(Map<Integer, RelationshipFetch> relationships, ColumnFetch columns, Criteria criteria,
        @Nullable OtherRelationships others, Map<EntityDefinition<?>, SubclassFetch> subclasses,
        List<Restriction> restriction, int most) {

    /** The graph that loads everything as mapped. */
    public static final FetchGraph DEFAULT = new FetchGraph(Map.of(), ColumnFetch.AS_MAPPED);

    /**
     * How a query loads one relationship. Immutable.
     *
     * @param strategy the strategy, or null for the mapped one
     * @param target how the target is loaded
     */
    public record RelationshipFetch(@Nullable LoaderStrategy strategy, FetchGraph target) {}

    /**
     * How the relationships of an entity that no option names are loaded. Immutable.
     *
     * @param strategy the strategy, or null for the mapped ones
     * @param isEverywhere whether it also applies to the entities that are loaded from here on
     * @param named the strategies of certain relationships
     */
    public record OtherRelationships(@Nullable LoaderStrategy strategy, boolean isEverywhere,
            Map<RelationshipDefinition, LoaderStrategy> named) {

        /** Copies the map. */
        public OtherRelationships {
            named = Map.copyOf(named);
        }

        OtherRelationships(LoaderStrategy strategy, boolean isEverywhere) {
            this(strategy, isEverywhere, Map.of());
        }

        private LoaderStrategy of(RelationshipDefinition relationship) {
            LoaderStrategy own = named.get(relationship);
            if (own != null) {
                return own;
            }
            return strategy != null ? strategy : LoaderStrategy.of(relationship);
        }
    }

    /**
     * How a query loads the attributes that a subclass adds to the entity. Immutable.
     *
     * @param loading when its tables are read, or null as mapped
     * @param below when the tables of all its subclasses are read unless they are named, or null as mapped
     * @param fetch the strategies of its relationships, and which of its columns are loaded
     */
    public record SubclassFetch(@Nullable Loading loading, @Nullable Loading below, FetchGraph fetch) {

        private SubclassFetch and(SubclassFetch other) {
            return new SubclassFetch(other.loading != null ? other.loading : loading,
                    other.below != null ? other.below : below, fetch.and(other.fetch));
        }
    }

    /** Copies the maps. */
    public FetchGraph {
        relationships = Map.copyOf(relationships);
        subclasses = Map.copyOf(subclasses);
        restriction = List.copyOf(restriction);
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(criteria, "criteria");
    }

    /** Creates a graph without criteria. */
    FetchGraph(Map<Integer, RelationshipFetch> relationships, ColumnFetch columns) {
        this(relationships, columns, Criteria.NONE, null, Map.of(), List.of(), 0);
    }

    /** Returns the graph that loads the attributes of a subclass in this way. */
    static FetchGraph ofSubclass(EntityDefinition<?> subclass, SubclassFetch own) {
        return new FetchGraph(Map.of(), ColumnFetch.AS_MAPPED, Criteria.NONE, null, Map.of(subclass, own), List.of(),
                0);
    }

    /** Returns the graph of an object of this class, with the options that apply only to it. */
    public FetchGraph of(Mapper<?> mapper) {
        if (subclasses.isEmpty()) {
            return this;
        }
        FetchGraph all = this;
        for (Map.Entry<EntityDefinition<?>, SubclassFetch> one : subclasses.entrySet()) {
            if (mapper.definition().isA(one.getKey())) {
                all = all.and(one.getValue().fetch);
            }
        }
        return all;
    }

    /** Returns when the tables of a subclass are read. */
    Loading loading(Mapper<?> subclass) {
        SubclassFetch own = subclasses.get(subclass.definition());
        if (own != null && own.loading != null) {
            return own.loading;
        }
        for (Mapper<?> above = subclass.parent(); above != null && !subclasses.isEmpty(); above = above.parent()) {
            SubclassFetch chosen = subclasses.get(above.definition());
            if (chosen != null && chosen.below != null) {
                return chosen.below;
            }
        }
        return subclass.definition().loading();
    }

    /** Returns this graph with criteria for all entities that are loaded from here on. */
    public FetchGraph with(Criteria more) {
        return more.isEmpty() ? this : new FetchGraph(relationships, columns, criteria.and(more), others,
                subclasses, restriction, most);
    }

    /** Returns this graph with a strategy for all relationships that no option names. */
    public FetchGraph with(@Nullable OtherRelationships strategy) {
        return strategy == null ? this : new FetchGraph(relationships, columns, criteria, strategy, subclasses,
                restriction, most);
    }

    /** Returns this graph without criteria. */
    FetchGraph withoutCriteria() {
        return criteria.isEmpty() ? this : new FetchGraph(relationships, columns, Criteria.NONE, others,
                subclasses, restriction, most);
    }

    /** Returns this graph merged with another, whose choices take precedence. */
    public FetchGraph and(FetchGraph other) {
        if (this == DEFAULT) {
            return other;
        }
        Map<Integer, RelationshipFetch> merged = new HashMap<>(relationships);
        other.relationships.forEach((attribute, chosen) -> merged.merge(attribute, chosen,
                (one, two) -> new RelationshipFetch(two.strategy != null ? two.strategy : one.strategy,
                        (two.strategy != null ? one.target.limited(0) : one.target).and(two.target))));
        Map<EntityDefinition<?>, SubclassFetch> below = new HashMap<>(subclasses);
        other.subclasses.forEach((subclass, chosen) -> below.merge(subclass, chosen, SubclassFetch::and));
        return new FetchGraph(merged, columns.and(other.columns), criteria.and(other.criteria),
                other.others != null ? other.others : others, below, restriction(other),
                other.most > 0 ? other.most : most);
    }

    /** Returns this graph for at most this many targets of each owner, or for all if the number is 0. */
    FetchGraph limited(int number) {
        return number == most ? this
                : new FetchGraph(relationships, columns, criteria, others, subclasses, restriction, number);
    }

    private List<Restriction> restriction(FetchGraph other) {
        if (restriction.isEmpty() || other.restriction.isEmpty()) {
            return restriction.isEmpty() ? other.restriction : restriction;
        }
        List<Restriction> both = new ArrayList<>(restriction);
        both.addAll(other.restriction);
        return both;
    }

    /** Returns the graph that loads everything as mapped, of targets that satisfy these conditions. */
    static FetchGraph restricted(List<Condition> conditions) {
        return conditions.isEmpty() ? DEFAULT
                : new FetchGraph(Map.of(), ColumnFetch.AS_MAPPED, Criteria.NONE, null, Map.of(),
                        conditions.stream().map(Restriction::of).toList(), 0);
    }

    /** Returns the conditions for targets of this graph and of all below it, in an order that only depends on the graph. */
    List<Restriction> restrictions() {
        if (this == DEFAULT) {
            return restriction;
        }
        List<Restriction> all = new ArrayList<>();
        restricted(one -> {
            all.add(one);
            return one;
        });
        return all;
    }

    /** Returns this graph with other conditions, which the function returns in the order of {@link #restrictions()}. */
    FetchGraph restricted(UnaryOperator<Restriction> by) {
        if (this == DEFAULT) {
            return this;
        }
        List<Restriction> own = restriction.stream().map(by).toList();
        Map<Integer, RelationshipFetch> related = new TreeMap<>(relationships);
        related.replaceAll((attribute, one) -> new RelationshipFetch(one.strategy, one.target.restricted(by)));
        Map<EntityDefinition<?>, SubclassFetch> below = new TreeMap<>(Comparator.comparing(EntityDefinition::name));
        below.putAll(subclasses);
        below.replaceAll((subclass, one) -> new SubclassFetch(one.loading, one.below, one.fetch.restricted(by)));
        return new FetchGraph(related, columns, criteria, others, below, own, most);
    }

    /** Returns the strategy of a relationship. */
    public LoaderStrategy strategy(RelationshipProperty relationship) {
        if (relationship.isQueried()) {
            return LoaderStrategy.LAZY;
        }
        RelationshipFetch chosen = relationships.get(relationship.index());
        if (chosen != null && chosen.strategy != null) {
            return chosen.strategy;
        }
        return others != null ? others.of(relationship.definition()) : LoaderStrategy.of(relationship.definition());
    }

    /** Returns whether the query, and not only the mapping, has a strategy for a relationship. */
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
