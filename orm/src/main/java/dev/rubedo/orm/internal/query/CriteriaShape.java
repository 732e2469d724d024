package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.orm.internal.query.Criteria.Criterion;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of criteria without their values: the part of a cache key for statements with criteria. Immutable.
 *
 * @param entities the entities of the criteria, in order
 * @param shapes the shapes of their conditions
 */
record CriteriaShape(List<EntityPath<?>> entities, List<StatementShape> shapes) {

    /** The shape of no criteria. */
    static final CriteriaShape NONE = new CriteriaShape(List.of(), List.of());

    private static final Select<?> CARRIER = Sql.select(Sql.literalColumn("1", Types.INTEGER));

    /** Copies the lists. */
    CriteriaShape {
        entities = List.copyOf(entities);
        shapes = List.copyOf(shapes);
    }

    static CriteriaShape of(Criteria criteria) {
        List<EntityPath<?>> entities = new ArrayList<>();
        List<StatementShape> shapes = new ArrayList<>();
        for (Criterion one : criteria.criteria()) {
            entities.add(one.entity());
            shapes.add(of(one.condition()));
        }
        return new CriteriaShape(entities, shapes);
    }

    /** Returns the shape of a condition. */
    static StatementShape of(Condition condition) {
        return StatementShape.of(CARRIER.where(condition));
    }

    /** Returns the values of all conditions, in order. */
    @Nullable
    Object[] values() {
        return values(shapes);
    }

    /** Returns the values of these conditions, in order. */
    static @Nullable Object[] values(List<StatementShape> shapes) {
        List<@Nullable Object> all = new ArrayList<>();
        shapes.forEach(shape -> Collections.addAll(all, shape.values()));
        return all.toArray();
    }

    /** Returns this shape as a long-lived cache key, without the values. */
    CriteriaShape withoutValues() {
        return new CriteriaShape(entities, shapes.stream().map(StatementShape::withoutValues).toList());
    }
}
