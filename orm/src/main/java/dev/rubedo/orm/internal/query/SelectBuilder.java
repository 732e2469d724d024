package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.ColumnFetch.Choice;
import dev.rubedo.orm.internal.query.LoadNode.Variant;
import dev.rubedo.orm.internal.query.Place.SubqueryPlace;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a statement that loads entities, and the joins, columns and order of relationships that are
 * loaded by joins. Used for one statement. Confined to one thread at a time.
 */
final class SelectBuilder {

    private static final int IN_NO_OUTER_JOIN = -1;
    /** An outer join of the statement itself, to which no join can be added. */
    private static final int IN_OUTER_JOIN = -2;

    private final EntityRewriter rewriter;
    private final boolean withFormulas;
    private final @Nullable Function<EntityPath<?>, Place> places;
    private final List<Projection<?>> columns = new ArrayList<>();
    private final List<JoinStep> joins = new ArrayList<>();
    private final List<OrderTerm> order = new ArrayList<>();
    private int nodes;
    private final List<Projection<?>> contained = new ArrayList<>();
    private boolean collections;
    private boolean joinedCollections;

    /**
     * Creates a builder without columns.
     *
     * @param withFormulas whether the statement selects the formulas of entities; otherwise, they are loaded on access
     */
    SelectBuilder(EntityRewriter rewriter, boolean withFormulas) {
        this(rewriter, withFormulas, null);
    }

    /**
     * Creates a builder without columns for a statement of the application.
     *
     * @param withFormulas whether the statement selects the formulas of entities; otherwise, they are loaded on access
     * @param places returns the places of entities that the statement joins
     */
    SelectBuilder(EntityRewriter rewriter, boolean withFormulas, @Nullable Function<EntityPath<?>, Place> places) {
        this.rewriter = rewriter;
        this.withFormulas = withFormulas;
        this.places = places;
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

    /** Returns whether a collection is read from the rows. */
    boolean hasCollections() {
        return collections;
    }

    /** Returns whether a collection is loaded by a join that is added to the statement, and multiplies its rows. */
    boolean hasJoinedCollections() {
        return joinedCollections;
    }

    /** Returns the columns of relationships that the statement itself joins. */
    List<Projection<?>> contained() {
        return contained;
    }

    /** Adds the columns of an entity, beginning with the attributes {@code first}. */
    LoadNode entity(Place place, FetchGraph fetch, boolean optional, int... first) {
        Mapper<?> mapper = place.mapper();
        List<Integer> attributes = new ArrayList<>();
        for (int attribute : first) {
            attributes.add(attribute);
        }
        for (int attribute : withFormulas ? mapper.rowAttributes() : mapper.columnAttributes()) {
            if (!attributes.contains(attribute) && (place.has(attribute) || isAlwaysRead(mapper, attribute))
                    && (isAlwaysRead(mapper, attribute) || fetch.columns().of(attribute,
                            mapper.definition().attribute(attribute)) == Choice.LOAD)) {
                attributes.add(attribute);
            }
        }
        int discriminator = mapper.hierarchy().discriminator();
        if (discriminator >= 0 && !attributes.contains(discriminator)) {
            // a formula in a statement that does not select formulas
            attributes.add(discriminator);
        }
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        for (int attribute : attributes) {
            ColumnFetch.Given given = fetch.columns().given().get(attribute);
            positions.put(attribute, column(given == null ? rewriter.attributes().selected(place, attribute)
                    : rewriter.attributes().selected(place, attribute, given)));
        }
        Variant own = variant(mapper, positions);
        UnionPlace union = union(place);
        if (union != null) {
            return union(place, union, own, fetch, optional);
        }
        List<Mapper<?>> below = mapper.hierarchy().below(mapper);
        if (below.size() == 1) {
            return new LoadNode(nodes++, own, fetch, optional);
        }
        Map<Object, Variant> variants = new HashMap<>();
        for (Mapper<?> one : below) {
            Object value = one.definition().discriminatorValue();
            if (value != null) {
                variants.put(value, one == mapper ? own : variant(one, below(place, one, fetch, positions)));
            }
        }
        return new LoadNode(nodes++, own, fetch, optional, Objects.requireNonNull(positions.get(discriminator)),
                variants);
    }

    private static @Nullable UnionPlace union(Place place) {
        return switch (place) {
            case UnionPlace union -> union;
            case SubqueryPlace outer -> union(outer.inner());
            case Place other -> null;
        };
    }

    /** Adds the columns of the subclasses in a union, and the name of the class. */
    private LoadNode union(Place place, UnionPlace union, Variant own, FetchGraph fetch, boolean optional) {
        int discriminator = column(in(place, union.classColumn()));
        Map<Object, Variant> variants = new HashMap<>();
        for (Mapper<?> member : UnionPlace.members(union.mapper())) {
            Map<Integer, Integer> positions = new LinkedHashMap<>();
            for (int i = 0; i < own.attributes().length; i++) {
                positions.put(own.attributes()[i], own.positions()[i]);
            }
            ColumnFetch columns = fetch.of(member).columns();
            int from = union.mapper().definition().attributes().size();
            for (int attribute : member.columnAttributes()) {
                if (attribute >= from
                        && columns.of(attribute, member.definition().attribute(attribute)) == Choice.LOAD) {
                    positions.put(attribute, shared(in(place, union.as(member).column(attribute))));
                }
            }
            variants.put(member.definition().name(), variant(member, positions));
        }
        return new LoadNode(nodes++, own, fetch, optional, discriminator, variants).union();
    }

    /** Returns a column of a union at a place that may be a subquery around it. */
    private static Expression<?> in(Place place, Expression<?> column) {
        return place instanceof SubqueryPlace outer ? outer.source().column(in(outer.inner(), column)) : column;
    }

    private static boolean isAlwaysRead(Mapper<?> mapper, int attribute) {
        return mapper.isPrimaryKey(attribute) || attribute == mapper.version()
                || attribute == mapper.hierarchy().discriminator();
    }

    /** Adds the columns of a subclass that are in the tables of a place. Its other columns are loaded on access. */
    private Map<Integer, Integer> below(Place place, Mapper<?> subclass, FetchGraph fetch,
            Map<Integer, Integer> inherited) {
        ColumnFetch own = fetch.of(subclass).columns();
        Map<Integer, Integer> positions = new LinkedHashMap<>(inherited);
        int from = place.mapper().definition().attributes().size();
        for (int attribute : subclass.columnAttributes()) {
            if (attribute >= from
                    && own.of(attribute, subclass.definition().attribute(attribute)) == Choice.LOAD
                    && place.mapper().tables().contains(subclass.tableOf(attribute))
                    && place.has(subclass.column(attribute))) {
                positions.put(attribute, shared(place.at(subclass.column(attribute))));
            }
        }
        return positions;
    }

    /** Returns the position of a column that several subclasses share. */
    int shared(Expression<?> column) {
        int known = columns.indexOf(column);
        return known >= 0 ? known + 1 : column(column);
    }

    static Variant variant(Mapper<?> mapper, Map<Integer, Integer> positions) {
        return new Variant(mapper, positions.keySet().stream().mapToInt(Integer::intValue).toArray(),
                positions.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** Returns whether anything is loaded by a join. */
    boolean hasJoins() {
        return !joins.isEmpty();
    }

    /** Adds the relationships that strategies load with an entity, after all columns of the statement itself. */
    void relationships(LoadNode node, Place place) {
        subclasses(node, place);
        node.follow(new Branch(node.fetch(), place, List.of(place.mapper()),
                node.isOptional() ? IN_OUTER_JOIN : IN_NO_OUTER_JOIN).steps());
    }

    private void subclasses(LoadNode node, Place place) {
        if (node.variants().size() > 1 && !node.isUnion()) {
            new SubclassTables(this, place, node).add();
        }
    }

    /** Adds the left join of a table of a subclass. */
    void leftJoin(RowSource left, RowSource right, Condition on) {
        joins.add(new JoinStep(left, right, null, Join.Kind.LEFT, on));
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
        // the position of the added outer join that the entity of this branch is in, or one of the constants
        private final int outer;
        private final List<LoadNode.Step> steps = new ArrayList<>();

        private Branch(FetchGraph fetch, Place place, List<Mapper<?>> path, int outer) {
            this.fetch = fetch;
            this.place = place;
            this.path = path;
            this.outer = outer;
        }

        private List<LoadNode.Step> steps() {
            for (RelationshipProperty relationship : place.mapper().relationships()) {
                fetch.strategy(relationship).contribute(this, relationship);
            }
            for (Mapper<?> subclass : place.mapper().hierarchy().below(place.mapper())) {
                Mapper<?> parent = subclass.parent();
                if (subclass != place.mapper() && parent != null) {
                    ofSubclass(subclass, parent.definition().attributes().size());
                }
            }
            return steps;
        }

        /** Adds the relationships that only a subclass has. They are never joined, because rows may lack its tables. */
        private void ofSubclass(Mapper<?> subclass, int inherited) {
            FetchGraph own = fetch.of(subclass);
            LoaderStrategy.Planned plan = new LoaderStrategy.Planned() {
                @Override
                public void join(RelationshipProperty relationship, boolean isInner) {
                    if (own.isExplicit(relationship) || !path.contains(relationship.target())) {
                        afterRows(relationship, LoaderStrategy.SELECT_IN);
                    }
                }

                @Override
                public void read(RelationshipProperty relationship, EntityPath<?> path) {
                    throw new InvalidStatementException("\"" + relationship.owner().name() + "." + relationship.name()
                            + "\" is a relationship of a subclass and cannot be read from the rows of \""
                            + place.mapper().name() + "\". Use selectIn(...).");
                }

                @Override
                public void afterRows(RelationshipProperty relationship, LoaderStrategy strategy) {
                    steps.add(new LoadNode.AfterRows(relationship, strategy));
                }
            };
            for (RelationshipProperty relationship : subclass.relationships()) {
                if (relationship.index() >= inherited) {
                    own.strategy(relationship).contribute(plan, relationship);
                }
            }
        }

        @Override
        public void join(RelationshipProperty relationship, boolean isInner) {
            if (!fetch.isExplicit(relationship) && path.contains(relationship.target()) && !begins(relationship)) {
                return;
            }
            Place target = Place.anonymous(rewriter, relationship.target());
            RelationshipJoin join = RelationshipJoin.to(rewriter, target, relationship);
            Join.Kind kind = isInner && outer != IN_OUTER_JOIN ? Join.Kind.INNER : Join.Kind.LEFT;
            int within = add(join.steps(place, kind, List.of(rewriter.filter(target),
                    rewriter.restriction(target, fetch.target(relationship)))));
            if (relationship.isToMany()) {
                collections = true;
                joinedCollections = true;
                order.addAll(Arrays.asList(join.order()));
            }
            List<Mapper<?>> longer = new ArrayList<>(path);
            longer.add(relationship.target());
            FetchGraph further = fetch.target(relationship);
            List<LoadNode.Step> below = new Branch(further, target, longer, within).steps();
            LoadNode node = entity(target, further, true);
            subclasses(node, target);
            node.follow(below);
            steps.add(new LoadNode.Joined(relationship, node));
        }

        /** Returns whether a mapping joins several levels of a self-reference, of which this is the first. */
        private boolean begins(RelationshipProperty relationship) {
            Mapper<?> target = relationship.target();
            return relationship.definition().depth() > 0 && path.indexOf(target) == path.size() - 1;
        }

        @Override
        public void read(RelationshipProperty relationship, EntityPath<?> path) {
            if (places == null) {
                return;
            }
            Place target = places.apply(path);
            collections |= relationship.isToMany();
            FetchGraph further = fetch.target(relationship);
            int from = columns.size();
            LoadNode node = entity(target, further, true);
            contained.addAll(columns.subList(from, columns.size()));
            node.follow(new Branch(further, target, List.of(target.mapper()), IN_OUTER_JOIN).steps());
            steps.add(new LoadNode.Joined(relationship, node));
        }

        /**
         * Adds joins, and returns the position of the outer join that the target is in. An inner join below an outer
         * one becomes a part of it, so that the outer join keeps its owners.
         */
        private int add(List<JoinStep> more) {
            for (JoinStep step : more) {
                if (step.kind() == Join.Kind.INNER && outer >= 0) {
                    JoinStep whole = joins.get(outer);
                    Join part = new Join(Objects.requireNonNull(whole.right()), Objects.requireNonNull(step.right()),
                            Join.Kind.INNER, Objects.requireNonNull(step.on()));
                    joins.set(outer, new JoinStep(whole.left(), part, null, whole.kind(), whole.on()));
                } else {
                    joins.add(step);
                }
            }
            return more.get(0).kind() == Join.Kind.INNER ? outer : joins.size() - 1;
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
            FromClause left = Objects.requireNonNull(step.left());
            FromClause right = Objects.requireNonNull(step.right());
            Condition on = Objects.requireNonNull(step.on());
            joined = step.kind() == Join.Kind.INNER ? joined.joinFrom(left, right, on)
                    : joined.leftJoinFrom(left, right, on);
        }
        return order.isEmpty() ? joined : joined.orderBy(order.toArray(new OrderTerm[0]));
    }
}
