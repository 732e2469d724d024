package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.LoadNode.Variant;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects the columns of a statement that loads entities, and the joins, columns and order of relationships that are
 * loaded by joins. Used for one statement. Confined to one thread at a time.
 */
final class SelectBuilder {

    private final EntityRewriter rewriter;
    private final boolean withFormulas;
    private final List<Projection<?>> columns = new ArrayList<>();
    private final List<JoinStep> joins = new ArrayList<>();
    private final List<OrderTerm> order = new ArrayList<>();
    private int nodes;
    private boolean collections;

    /**
     * Creates a builder without columns.
     *
     * @param withFormulas whether the statement selects the formulas of entities; otherwise, they are loaded on access
     */
    SelectBuilder(EntityRewriter rewriter, boolean withFormulas) {
        this.rewriter = rewriter;
        this.withFormulas = withFormulas;
    }

    /** Adds a column and returns its 1-based position. */
    int column(Expression<?> column) {
        columns.add(column);
        return columns.size();
    }

    /** Returns the columns so far. */
    List<Projection<?>> columns() {
        return columns;
    }

    /** Returns the number of entities so far. */
    int nodes() {
        return nodes;
    }

    /** Tells whether a collection is loaded by a join. */
    boolean hasCollections() {
        return collections;
    }

    /** Adds the columns of an entity, beginning with the attributes {@code first}. */
    LoadNode entity(Place place, FetchGraph fetch, boolean optional, int... first) {
        Mapper<?> mapper = place.mapper();
        List<Integer> attributes = new ArrayList<>();
        for (int attribute : first) {
            attributes.add(attribute);
        }
        for (int attribute : withFormulas ? mapper.rowAttributes() : mapper.columnAttributes()) {
            if (!attributes.contains(attribute)
                    && (!fetch.left().contains(attribute) || isAlwaysRead(mapper, attribute))) {
                attributes.add(attribute);
            }
        }
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        for (int attribute : attributes) {
            positions.put(attribute, column(rewriter.selected(place, attribute)));
        }
        Variant own = variant(mapper, positions);
        List<Mapper<?>> below = mapper.hierarchy().below(mapper);
        if (below.size() == 1) {
            return new LoadNode(nodes++, own, fetch, optional);
        }
        Map<Object, Variant> variants = new HashMap<>();
        for (Mapper<?> one : below) {
            Object value = one.definition().discriminatorValue();
            if (value != null) {
                variants.put(value, one == mapper ? own : variant(one, below(place, one, positions)));
            }
        }
        int discriminator = Objects.requireNonNull(positions.get(mapper.hierarchy().discriminator()));
        return new LoadNode(nodes++, own, fetch, optional, discriminator, variants);
    }

    private static boolean isAlwaysRead(Mapper<?> mapper, int attribute) {
        return mapper.isPrimaryKey(attribute) || attribute == mapper.version()
                || attribute == mapper.hierarchy().discriminator();
    }

    /** Adds the columns of a subclass that are in the tables of a place. Its other columns are loaded on access. */
    private Map<Integer, Integer> below(Place place, Mapper<?> subclass, Map<Integer, Integer> inherited) {
        Map<Integer, Integer> positions = new LinkedHashMap<>(inherited);
        int from = place.mapper().definition().attributes().size();
        for (int attribute : subclass.columnAttributes()) {
            if (attribute >= from && place.mapper().tables().contains(subclass.tableOf(attribute))) {
                positions.put(attribute, shared(place.at(subclass.column(attribute))));
            }
        }
        return positions;
    }

    /** Returns the position of a column that several subclasses share. */
    private int shared(Expression<?> column) {
        int known = columns.indexOf(column);
        return known >= 0 ? known + 1 : column(column);
    }

    private static Variant variant(Mapper<?> mapper, Map<Integer, Integer> positions) {
        return new Variant(mapper, positions.keySet().stream().mapToInt(Integer::intValue).toArray(),
                positions.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** Tells whether anything is loaded by a join. */
    boolean hasJoins() {
        return !joins.isEmpty();
    }

    /** Adds the relationships that strategies load with an entity, after all columns of the statement itself. */
    void relationships(LoadNode node, Place place) {
        node.follow(new Branch(node.fetch(), place, List.of(place.mapper())).steps());
    }

    /**
     * The relationships of one entity of the statement. The strategy of each decides whether it is part of the
     * statement.
     */
    private final class Branch implements LoaderStrategy.Planned {

        private final FetchGraph fetch;
        private final Place place;
        // stops cycles of mappings: a relationship that a mapping joins is not joined below itself
        private final List<Mapper<?>> path;
        private final List<LoadNode.Step> steps = new ArrayList<>();

        private Branch(FetchGraph fetch, Place place, List<Mapper<?>> path) {
            this.fetch = fetch;
            this.place = place;
            this.path = path;
        }

        private List<LoadNode.Step> steps() {
            for (RelationshipProperty relationship : place.mapper().relationships()) {
                fetch.strategy(relationship).contribute(this, relationship);
            }
            return steps;
        }

        @Override
        public void join(RelationshipProperty relationship) {
            if (!fetch.isExplicit(relationship) && path.contains(relationship.target())) {
                return;
            }
            Place target = Place.anonymous(relationship.target());
            RelationshipJoin join = RelationshipJoin.to(target, relationship);
            joins.addAll(join.steps(place, Join.Kind.LEFT, List.of(rewriter.filter(target))));
            if (relationship.isToMany()) {
                collections = true;
                order.addAll(Arrays.asList(join.order()));
            }
            List<Mapper<?>> longer = new ArrayList<>(path);
            longer.add(relationship.target());
            FetchGraph further = fetch.target(relationship);
            List<LoadNode.Step> below = new Branch(further, target, longer).steps();
            LoadNode node = entity(target, further, true);
            node.follow(below);
            steps.add(new LoadNode.Joined(relationship, node));
        }

        @Override
        public void afterRows(RelationshipProperty relationship, LoaderStrategy strategy) {
            steps.add(new LoadNode.AfterRows(relationship, strategy));
        }
    }

    /** Returns a statement with the joins added to it. */
    <T> Select<T> withJoins(Select<T> select) {
        Select<T> joined = select;
        for (JoinStep step : joins) {
            joined = joined.leftJoinFrom(Objects.requireNonNull(step.left()), Objects.requireNonNull(step.right()),
                    Objects.requireNonNull(step.on()));
        }
        return order.isEmpty() ? joined : joined.orderBy(order.toArray(new OrderTerm[0]));
    }
}
