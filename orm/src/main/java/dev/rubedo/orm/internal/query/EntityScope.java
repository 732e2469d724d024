package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query, condition or formula that is being rewritten: its sources, and the joins that paths add to it. Used for one
 * statement. Confined to one thread at a time.
 */
final class EntityScope {

    /** The kind of scope. Immutable. */
    enum Kind {
        /** A query in which any path can add joins. */
        QUERY,
        /** The query of a condition. Only paths from its own entity can add joins. */
        CONDITION,
        /** A condition that is only part of others. No path can add joins. */
        CLOSED,
        /** The expression of a formula. No path can add joins, and subqueries are correlated to its entity only. */
        FORMULA
    }

    /**
     * A join that a path adds. Immutable.
     *
     * @param left the place of the owner
     * @param right the place of the target
     * @param on the condition
     * @param outer whether it is an outer join
     */
    record PathJoin(Place left, Place right, Condition on, boolean outer) {}

    /**
     * A table of a subclass that {@code treat} adds to rows of its superclass. Immutable.
     *
     * @param root the source of the rows in the table of the root
     * @param table the table
     */
    record TreatedTable(RowSource root, EntityTable table) {}

    /**
     * The left join of a table of a subclass. Immutable.
     *
     * @param left the source of the table above
     * @param right the source of the table
     * @param on the condition that the keys are the same
     */
    record TreatedJoin(RowSource left, RowSource right, Condition on) {}

    final Set<Object> sources = new HashSet<>();
    /** The sources whose rows may be missing, because they are the optional side of an outer join. */
    final Set<Object> optional = new HashSet<>();
    final Map<EntityPath<?>, PathJoin> joins = new LinkedHashMap<>();
    final Map<TreatedTable, TreatedJoin> treated = new LinkedHashMap<>();
    /** The joins of both maps in the order in which they were requested. */
    private final Set<Object> order = new LinkedHashSet<>();
    final Kind kind;

    EntityScope(Kind kind) {
        this.kind = kind;
    }

    /** Returns the scope of a query with the entities that it names. */
    static EntityScope of(Select<?> select) {
        EntityScope scope = new EntityScope(Kind.QUERY);
        scope.sources.addAll(FromList.sources(select.selectList().projections()));
        scope.sources.addAll(select.explicitFroms());
        for (JoinStep step : select.joins()) {
            if (step.left() != null) {
                scope.sources.add(step.left());
            }
            if (step.relationship() instanceof Relationship<?, ?> relationship) {
                scope.sources.add(relationship.owner());
            }
            if (step.kind() == Join.Kind.FULL) {
                scope.optional.addAll(scope.sources);
            }
            Object right = step.relationship() != null ? step.relationship().target() : step.right();
            if (right != null) {
                scope.sources.add(right);
                if (step.kind() != Join.Kind.INNER) {
                    scope.optional.add(right);
                }
            }
        }
        return scope;
    }

    /** Adds the join of a path, or replaces it. */
    void join(EntityPath<?> path, PathJoin join) {
        joins.put(path, join);
        order.add(path);
    }

    /** Adds the join of a table of a subclass. */
    void join(TreatedTable table, TreatedJoin join) {
        treated.put(table, join);
        order.add(table);
    }

    /** Returns whether paths can add joins. */
    boolean isOpen() {
        return kind == Kind.QUERY || kind == Kind.CONDITION;
    }

    /** Returns a query with the joins that paths added. */
    <T extends @Nullable Object> Select<T> withPaths(Select<T> select) {
        Select<T> joined = select;
        for (Object key : order) {
            PathJoin path = joins.get(key);
            TreatedJoin table = treated.get(key);
            if (table != null) {
                joined = joined.leftJoinFrom(table.left, table.right, table.on);
            } else if (path != null) {
                joined = path.outer ? joined.leftJoinFrom(path.left.source(), path.right.from(), path.on)
                        : joined.joinFrom(path.left.source(), path.right.from(), path.on);
            }
        }
        return joined;
    }
}
