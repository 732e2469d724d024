package dev.rubedo.orm.query;

import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the columns of a statement that loads entities, and the joins, columns and order of relationships that are loaded by joins. Used
 * for one statement. Confined to one thread at a time.
 */
public final class SelectBuilder {

    private record Eager(FromClause left, FromClause right, Condition on) {}

    private final List<Projection<?>> columns = new ArrayList<>();
    private final List<Eager> joins = new ArrayList<>();
    private final List<OrderTerm> order = new ArrayList<>();
    private int nodes;
    private boolean collections;

    /** Makes a builder without columns. */
    public SelectBuilder() {}

    /** Adds a column and returns its position, from 1. */
    public int column(Expression<?> column) {
        columns.add(column);
        return columns.size();
    }

    /** Returns the columns so far. */
    public List<Projection<?>> columns() {
        return columns;
    }

    /** Returns how many entities there are so far. */
    public int nodes() {
        return nodes;
    }

    /** Tells whether a collection is loaded by a join. */
    public boolean hasCollections() {
        return collections;
    }

    /** Adds the columns of an entity; {@code first} (attributes) come first. */
    public LoadNode entity(Mapper<?> mapper, Place place, Fetch fetch, boolean optional, int... first) {
        List<Integer> attributes = new ArrayList<>();
        for (int attribute : first) {
            attributes.add(attribute);
        }
        for (int attribute : mapper.columnAttributes()) {
            if (!attributes.contains(attribute)
                    && (!fetch.left().contains(attribute) || mapper.isPrimaryKey(attribute)
                            || attribute == mapper.version())) {
                attributes.add(attribute);
            }
        }
        int[] all = attributes.stream().mapToInt(Integer::intValue).toArray();
        int[] positions = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            positions[i] = column(place.column(mapper, all[i]));
        }
        return new LoadNode(nodes++, mapper, fetch, optional, all, positions);
    }

    /** Tells whether anything is loaded by a join. */
    public boolean hasJoins() {
        return !joins.isEmpty();
    }

    /** Adds what is loaded with an entity by joins, after all columns of the statement itself. */
    public void joins(LoadNode node, Place place) {
        joins(node.mapper, node.fetch, place, List.of(node.mapper), node.joined, node.selectIns);
    }

    /** {@code path} stops circles of mappings: what a mapping joins is not joined below itself. */
    private void joins(Mapper<?> mapper, Fetch fetch, Place place, List<Mapper<?>> path, List<LoadNode.Joined> joined,
            List<RelationshipProperty> selectIns) {
        for (RelationshipProperty relationship : mapper.relationships()) {
            switch (fetch.strategy(relationship)) {
                case JOINED -> {
                    if (fetch.isExplicit(relationship) || !path.contains(relationship.target())) {
                        joined.add(new LoadNode.Joined(relationship,
                                join(place, relationship, fetch.target(relationship), path)));
                    }
                }
                case SELECT_IN -> selectIns.add(relationship);
                case BATCH, LAZY, RAISE -> {}
            }
        }
    }

    private LoadNode join(Place place, RelationshipProperty relationship, Fetch fetch, List<Mapper<?>> path) {
        Mapper<?> mapper = relationship.target();
        Alias target = mapper.table().as();
        if (relationship.kind() == Kind.MANY_TO_MANY) {
            RelationshipProperty.Link link = relationship.link();
            Alias between = link.table().as();
            Join inner = new Join(between, target, Join.Kind.INNER,
                    reached(relationship, Place.of(target), between));
            joins.add(new Eager(place.source(), inner, linked(relationship, place, between)));
        } else {
            joins.add(new Eager(place.source(), target, on(relationship, place, Place.of(target))));
        }
        if (relationship.isToMany()) {
            collections = true;
            order.addAll(order(relationship, target));
        }
        List<Mapper<?>> longer = new ArrayList<>(path);
        longer.add(mapper);
        List<LoadNode.Joined> joined = new ArrayList<>();
        List<RelationshipProperty> selectIns = new ArrayList<>();
        joins(mapper, fetch, Place.of(target), longer, joined, selectIns);
        LoadNode node = entity(mapper, Place.of(target), fetch, true);
        node.joined.addAll(joined);
        node.selectIns.addAll(selectIns);
        return node;
    }

    /** Returns a statement with the joins added to it. */
    public <T> Select<T> withJoins(Select<T> select) {
        Select<T> joined = select;
        for (Eager eager : joins) {
            joined = joined.leftJoinFrom(eager.left, eager.right, eager.on);
        }
        return order.isEmpty() ? joined : joined.orderBy(order.toArray(new OrderTerm[0]));
    }

    /** Returns the column of an attribute in a source. */
    public static ColumnReference<?> column(Mapper<?> mapper, RowSource source, int attribute) {
        Column<?> column = mapper.column(attribute);
        return source == mapper.table() ? column : source.column(column);
    }

    /** Returns the condition that joins both ends of a relationship without a table between, the referenced column first. */
    public static Condition on(RelationshipProperty relationship, Place owner, Place target) {
        boolean holds = relationship.kind() == Kind.MANY_TO_ONE;
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < relationship.local().length; i++) {
            ColumnReference<?> local = owner.column(relationship.owner(), relationship.local()[i]);
            ColumnReference<?> remote = target.column(relationship.target(), relationship.remote()[i]);
            parts.add(holds ? new Comparison(remote, Operator.EQ, local) : new Comparison(local, Operator.EQ, remote));
        }
        return all(parts);
    }

    /** Returns the condition that joins the owner of a relationship with the table between. */
    public static Condition linked(RelationshipProperty relationship, Place owner, RowSource between) {
        return equal(relationship.owner(), owner, relationship.local(), between, relationship.link().ownerColumns());
    }

    /** Returns the condition that joins the target of a relationship with the table between. */
    public static Condition reached(RelationshipProperty relationship, Place target, RowSource between) {
        return equal(relationship.target(), target, relationship.remote(), between,
                relationship.link().targetColumns());
    }

    private static Condition equal(Mapper<?> mapper, Place place, int[] attributes, RowSource between,
            List<Column<?>> columns) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < attributes.length; i++) {
            Column<?> column = columns.get(i);
            parts.add(new Comparison(place.column(mapper, attributes[i]), Operator.EQ,
                    between instanceof Alias ? between.column(column) : column));
        }
        return all(parts);
    }

    /** Returns the condition that all these hold. */
    public static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : Junction.of(Junction.Kind.AND, parts);
    }

    /** Returns the order of a collection in a source. */
    public static List<OrderTerm> order(RelationshipProperty relationship, RowSource target) {
        List<OrderTerm> terms = new ArrayList<>();
        for (RelationshipProperty.Order step : relationship.orderBy()) {
            ColumnReference<?> column = column(relationship.target(), target, step.attribute());
            terms.add(step.descending() ? new Ordered(column, Ordered.Direction.DESCENDING, Ordered.Nulls.DEFAULT)
                    : column);
        }
        return terms;
    }

}
