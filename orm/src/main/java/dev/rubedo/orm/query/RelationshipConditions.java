package dev.rubedo.orm.query;

import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipTest;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Truth;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What conditions on relationships mean in tables. Used for one statement. Confined to one thread at a time. */
final class RelationshipConditions {

    private final EntityRewriter rewriter;

    RelationshipConditions(EntityRewriter rewriter) {
        this.rewriter = rewriter;
    }

    Condition resolve(RelationshipTest test) {
        RelationshipProperty property = rewriter.property(test.relationship());
        boolean holds = property.kind() == Kind.MANY_TO_ONE;
        return switch (test.kind()) {
            case EQUAL -> holds ? equal(test, property) : exists(test, property, true);
            case NOT_EQUAL -> holds ? notEqual(test, property) : exists(test, property, true).negate();
            case ABSENT -> holds ? nulls(test.relationship(), property, false) : exists(test, property, false).negate();
            case PRESENT -> holds ? nulls(test.relationship(), property, true) : exists(test, property, false);
            case ANY -> exists(test, property, false);
            case CONTAINS -> contains(test, property);
        };
    }

    private ColumnReference<?> local(Relationship<?, ?> relationship, RelationshipProperty property, int i) {
        return SelectBuilder.column(property.owner(), rewriter.place(relationship.owner()), property.local()[i]);
    }

    private Condition nulls(Relationship<?, ?> relationship, RelationshipProperty property, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < property.local().length; i++) {
            parts.add(new IsNull(local(relationship, property, i), negated));
        }
        return SelectBuilder.all(parts);
    }

    private Condition equal(RelationshipTest test, RelationshipProperty property) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < property.local().length; i++) {
            ColumnReference<?> column = local(test.relationship(), property, i);
            parts.add(new Comparison(value(test, property.target(), property.remote()[i], column.type()), Operator.EQ,
                    column));
        }
        return SelectBuilder.all(parts);
    }

    private Condition notEqual(RelationshipTest test, RelationshipProperty property) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < property.local().length; i++) {
            ColumnReference<?> column = local(test.relationship(), property, i);
            parts.add(new Comparison(column, Operator.NE,
                    value(test, property.target(), property.remote()[i], column.type())));
            parts.add(new IsNull(column, false));
        }
        return Junction.of(Junction.Kind.OR, parts);
    }

    private Condition contains(RelationshipTest test, RelationshipProperty property) {
        if (property.kind() == Kind.ONE_TO_MANY) {
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < property.local().length; i++) {
                ColumnReference<?> column = local(test.relationship(), property, i);
                Expression<?> key = value(test, property.target(), property.remote()[i], column.type());
                if (key instanceof NullValue) {
                    return Truth.FALSE;
                }
                parts.add(new Comparison(column, Operator.EQ, key));
            }
            return SelectBuilder.all(parts);
        }
        RowSource between = property.link().table().as();
        List<Condition> parts = new ArrayList<>();
        parts.add(SelectBuilder.linked(property, Place.of(rewriter.place(test.relationship().owner())), between));
        for (int i = 0; i < property.remote().length; i++) {
            Column<?> column = property.link().targetColumns().get(i);
            parts.add(new Comparison(value(test, property.target(), property.remote()[i], column.type()), Operator.EQ,
                    between.column(column)));
        }
        return one().from(between).where(SelectBuilder.all(parts)).correlateExcept(between).exists();
    }

    private static Expression<?> value(RelationshipTest test, Mapper<?> target, int attribute, SqlType<?> type) {
        ManagedEntity object = EntityInternals.managed(Objects.requireNonNull(test.object(), "object"));
        if (EntityInternals.definition(object) != target.definition()) {
            throw new IllegalArgumentException(
                    "\"" + test.relationship() + "\" leads to \"" + target.name() + "\", not to \""
                            + EntityInternals.definition(object).name() + "\".");
        }
        if (EntityInternals.isUnloaded(object, attribute)) {
            EntityInternals.load(object, attribute);
        }
        Object key = EntityInternals.get(object, attribute);
        if (key == null && EntityInternals.isTracked(object) && !target.isPrimaryKey(attribute)) {
            return new NullValue<>(type);
        }
        if (key == null) {
            throw new IllegalArgumentException(
                    EntityInternals.describe(object) + " is compared with \"" + test.relationship()
                            + "\", but has no key yet. Add it to the session and flush before.");
        }
        return bind(type, key);
    }

    @SuppressWarnings("unchecked")
    private static <T> Expression<T> bind(SqlType<T> type, Object value) {
        return new BindParameter<>("", (T) value, false, type);
    }

    private static Select<?> one() {
        return Sql.select(Sql.literalColumn("1", Types.INTEGER));
    }

    private Condition exists(RelationshipTest test, RelationshipProperty property, boolean isObject) {
        Relationship<?, ?> relationship = test.relationship();
        EntityPath<?> target = (EntityPath<?>) relationship.target();
        RowSource owner = rewriter.place(relationship.owner());
        boolean shadows = target.equals(relationship.owner());
        RowSource inner = shadows ? property.target().table().as() : rewriter.place(target);
        List<Condition> parts = new ArrayList<>();
        Select<?> select;
        if (property.kind() == Kind.MANY_TO_MANY) {
            RowSource between = property.link().table().as();
            parts.add(SelectBuilder.linked(property, Place.of(owner), between));
            parts.add(SelectBuilder.reached(property, Place.of(inner), between));
            select = one().from(between, inner).correlateExcept(between, inner);
        } else {
            parts.add(SelectBuilder.on(property, Place.of(owner), Place.of(inner)));
            select = one().from(inner).correlateExcept(inner);
        }
        if (isObject) {
            for (int key : property.target().primaryKey()) {
                ColumnReference<?> column = SelectBuilder.column(property.target(), inner, key);
                parts.add(new Comparison(column, Operator.EQ, value(test, property.target(), key, column.type())));
            }
        }
        List<Condition> criteria = new ArrayList<>(relationship.criteria());
        criteria.addAll(test.criteria());
        RowSource before = shadows ? rewriter.replace(target, inner) : null;
        Select<?> filtered = rewriter.inside(target, () -> {
            criteria.forEach(condition -> parts.add(rewriter.condition(condition)));
            return select.where(SelectBuilder.all(parts));
        });
        if (before != null) {
            rewriter.replace(target, before);
        }
        return filtered.exists();
    }
}
