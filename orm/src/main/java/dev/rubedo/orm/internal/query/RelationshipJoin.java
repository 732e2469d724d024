package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.Place.TablePlace;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.JoinConditionDefinition;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The join from the place of an owner to that of its targets: by the foreign key of either, or by a join table. Used
 * wherever SQL follows a relationship: joins of queries, joined loading, EXISTS, and loading by the keys of owners.
 * Immutable.
 */
final class RelationshipJoin {

    private final EntityRewriter rewriter;
    private final RelationshipProperty relationship;
    private final Place target;
    private final @Nullable RowSource between;

    private RelationshipJoin(EntityRewriter rewriter, RelationshipProperty relationship, Place target,
            @Nullable RowSource between) {
        this.rewriter = rewriter;
        this.relationship = relationship;
        this.target = target;
        this.between = between;
    }

    /** Returns the join to a place in a statement that may also join the same relationship elsewhere. */
    static RelationshipJoin to(EntityRewriter rewriter, Place target, RelationshipProperty relationship) {
        return new RelationshipJoin(rewriter, relationship, target,
                relationship.kind() == Kind.MANY_TO_MANY ? relationship.link().table().as() : null);
    }

    /** Returns the join to a place in a statement without other joins, in which the join table keeps its name. */
    static RelationshipJoin only(EntityRewriter rewriter, Place target, RelationshipProperty relationship) {
        return new RelationshipJoin(rewriter, relationship, target,
                relationship.kind() == Kind.MANY_TO_MANY ? relationship.link().table() : null);
    }

    /** Returns the join table. Only a many-to-many has one. */
    RowSource between() {
        return Objects.requireNonNull(between, "between");
    }

    /** Returns whether there is a join table. */
    boolean hasBetween() {
        return between != null;
    }

    /** Returns the elements that the join adds to a {@code FROM} clause. */
    List<FromClause> froms() {
        return between == null ? List.of(target.from()) : List.of(between, target.from());
    }

    /** Returns the condition that an owner and a target are related. */
    Condition on(Place owner) {
        return between == null ? direct(owner) : Place.all(List.of(linked(owner), reached(), custom(owner)));
    }

    /**
     * Returns the condition that the mapping adds; empty for most relationships.
     *
     * @param owner the owner, which may be any place if the condition does not refer to it
     */
    Condition custom(@Nullable Place owner) {
        JoinConditionDefinition definition = relationship.condition();
        if (definition == null) {
            return NoCondition.NONE;
        }
        Map<EntityPath<?>, Place> places = new LinkedHashMap<>();
        places.put(definition.target(), target);
        if (owner != null) {
            places.put(definition.owner(), owner);
        }
        if (definition.between() != null) {
            places.put(definition.between(), new TablePlace(rewriter.model().mapper(definition.between()), between()));
        }
        return rewriter.apart(places, definition.condition());
    }

    /** Returns the condition that joins owner and target without a join table, the referenced column first. */
    private Condition direct(Place owner) {
        boolean holds = relationship.kind() == Kind.MANY_TO_ONE;
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; relationship.kind() != Kind.BY_CONDITION && i < relationship.local().length; i++) {
            ColumnReference<?> local = owner.at(relationship.owner().column(relationship.local()[i]));
            ColumnReference<?> remote = target.at(relationship.target().column(relationship.remote()[i]));
            parts.add(holds ? new Comparison(remote, Operator.EQ, local) : new Comparison(local, Operator.EQ, remote));
        }
        parts.add(custom(owner));
        return Place.all(parts);
    }

    /** Returns the condition that joins an owner with the join table. */
    Condition linked(Place owner) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < relationship.local().length; i++) {
            parts.add(new Comparison(owner.at(relationship.owner().column(relationship.local()[i])), Operator.EQ,
                    ofBetween(relationship.link().ownerColumns().get(i))));
        }
        return Place.all(parts);
    }

    /** Returns the condition that joins the target with the join table. */
    Condition reached() {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < relationship.remote().length; i++) {
            parts.add(new Comparison(target.at(relationship.target().column(relationship.remote()[i])), Operator.EQ,
                    ofBetween(relationship.link().targetColumns().get(i))));
        }
        return Place.all(parts);
    }

    ColumnReference<?> ofBetween(Column<?> column) {
        RowSource source = between();
        return source == column.source() ? column : source.column(column);
    }

    /**
     * Returns the columns that hold the keys of owners: the foreign key of the target or of the join table, the
     * referenced key, or the key of the owner itself if its row is needed.
     *
     * @param owner the owner if its row is needed
     */
    List<ColumnReference<?>> ownerKeys(@Nullable Place owner) {
        List<ColumnReference<?>> keys = new ArrayList<>();
        if (owner != null) {
            for (int attribute : relationship.ownerKey()) {
                keys.add(owner.column(attribute));
            }
        } else if (between != null) {
            relationship.link().ownerColumns().forEach(column -> keys.add(ofBetween(column)));
        } else {
            for (int attribute : relationship.remote()) {
                keys.add(target.at(relationship.target().column(attribute)));
            }
        }
        return keys;
    }

    /**
     * Returns the join steps from an owner to the target.
     *
     * @param more additional conditions for the joined target
     */
    List<JoinStep> steps(Place owner, Join.Kind kind, List<Condition> more) {
        List<Condition> all = new ArrayList<>(more);
        if (between == null) {
            all.add(0, direct(owner));
            return List.of(new JoinStep(owner.source(), target.from(), null, kind, Place.all(all)));
        }
        all.add(0, reached());
        if (kind == Join.Kind.INNER) {
            all.add(custom(owner));
            return List.of(new JoinStep(owner.source(), between, null, kind, linked(owner)),
                    new JoinStep(between, target.from(), null, kind, Place.all(all)));
        }
        Join inner = new Join(between, target.from(), Join.Kind.INNER, Place.all(all));
        return List.of(new JoinStep(owner.source(), inner, null, kind,
                Place.all(List.of(linked(owner), custom(owner)))));
    }

    /** Returns a statement with joins from an owner, which is in this element of its FROM clause, to the target. */
    Select<?> from(Select<?> select, FromClause from, Place owner) {
        if (between == null) {
            return select.joinFrom(from, target.from(), on(owner));
        }
        return select.joinFrom(from, between, linked(owner)).joinFrom(between, target.from(),
                Place.all(List.of(reached(), custom(owner))));
    }

    /** Returns the order of the collection. */
    OrderTerm[] order() {
        List<OrderTerm> terms = new ArrayList<>();
        for (RelationshipProperty.Order step : relationship.orderBy()) {
            ColumnReference<?> column = target.at(relationship.target().column(step.attribute()));
            terms.add(step.descending() ? new Ordered(column, Ordered.Direction.DESCENDING, Ordered.Nulls.DEFAULT)
                    : column);
        }
        return terms.toArray(new OrderTerm[0]);
    }
}
