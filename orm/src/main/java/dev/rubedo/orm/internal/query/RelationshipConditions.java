package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipTest;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Translates conditions on relationships to conditions on tables. Used for one statement. Confined to one thread at a
 * time.
 */
final class RelationshipConditions {

    private final EntityRewriter rewriter;

    RelationshipConditions(EntityRewriter rewriter) {
        this.rewriter = rewriter;
    }

    Condition resolve(RelationshipTest test) {
        RelationshipProperty property = rewriter.property(test.relationship());
        boolean holds = property.kind() == Kind.MANY_TO_ONE && property.condition() == null;
        return switch (test.kind()) {
            case EQUAL -> holds ? equal(test, property) : exists(test, property, true);
            case NOT_EQUAL -> holds ? notEqual(test, property) : exists(test, property, true).negate();
            case ABSENT -> holds ? nulls(test.relationship(), property, false) : exists(test, property, false).negate();
            case PRESENT -> holds ? nulls(test.relationship(), property, true) : exists(test, property, false);
            case ANY -> exists(test, property, false);
            case OF -> ofOwner(test, property);
            case CONTAINS -> property.condition() == null ? contains(test, property) : exists(test, property, true);
        };
    }

    private ColumnReference<?> local(Relationship<?, ?> relationship, RelationshipProperty property, int i) {
        return rewriter.place(relationship.owner()).at(property.owner().column(property.local()[i]));
    }

    private Condition nulls(Relationship<?, ?> relationship, RelationshipProperty property, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < property.local().length; i++) {
            parts.add(new IsNull(local(relationship, property, i), negated));
        }
        return Place.all(parts);
    }

    private Condition equal(RelationshipTest test, RelationshipProperty property) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < property.local().length; i++) {
            ColumnReference<?> column = local(test.relationship(), property, i);
            parts.add(new Comparison(value(test, property.target(), property.remote()[i], column.type()), Operator.EQ,
                    column));
        }
        return Place.all(parts);
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
                    return BooleanCondition.FALSE;
                }
                parts.add(new Comparison(column, Operator.EQ, key));
            }
            return Place.all(parts);
        }
        RelationshipJoin join = RelationshipJoin.to(rewriter, Place.anonymous(rewriter, property.target()), property);
        List<Condition> parts = new ArrayList<>();
        parts.add(join.linked(rewriter.place(test.relationship().owner())));
        for (int i = 0; i < property.remote().length; i++) {
            Column<?> column = property.link().targetColumns().get(i);
            parts.add(new Comparison(value(test, property.target(), property.remote()[i], column.type()), Operator.EQ,
                    join.ofBetween(column)));
        }
        return one().from(join.between()).where(Place.all(parts)).correlateExcept(join.between()).exists();
    }

    /** Compares the target with the key of its owner, by a subquery if that is in a join table or needs the owner. */
    private Condition ofOwner(RelationshipTest test, RelationshipProperty property) {
        Place target = rewriter.place((EntityPath<?>) test.relationship().target());
        RelationshipJoin join = RelationshipJoin.to(rewriter, target, property);
        Place owner = property.isByOwner() ? Place.anonymous(rewriter, property.owner()) : null;
        List<ColumnReference<?>> keys = join.ownerKeys(owner);
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Expression<?> key = value(test, property.owner(), property.ownerKey()[i], keys.get(i).type());
            parts.add(property.kind() == Kind.MANY_TO_ONE ? new Comparison(keys.get(i), Operator.EQ, key)
                    : new Comparison(key, Operator.EQ, keys.get(i)));
        }
        if (owner == null && !join.hasBetween()) {
            parts.add(join.custom(null));
            return Place.all(parts);
        }
        List<FromClause> froms = new ArrayList<>();
        if (owner != null) {
            froms.add(owner.from());
            parts.add(join.on(owner));
        } else {
            parts.add(join.reached());
            parts.add(join.custom(null));
        }
        if (join.hasBetween()) {
            froms.add(join.between());
        }
        FromClause[] all = froms.toArray(new FromClause[0]);
        return one().from(all).where(Place.all(parts)).correlateExcept(all).exists();
    }

    private static Expression<?> value(RelationshipTest test, Mapper<?> target, int attribute, SqlType<?> type) {
        Object object = Objects.requireNonNull(test.object(), "object");
        RelatedKey related = new RelatedKey(test.relationship(), target, attribute, object);
        if (object instanceof ValueProbe.Marker) {
            return bind(type, related);
        }
        Object key = related.of(object);
        return key == null ? new NullValue<>(type) : bind(type, key);
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
        boolean shadows = target.equals(relationship.owner());
        Place inner = shadows ? Place.anonymous(rewriter, property.target()) : rewriter.place(target);
        RelationshipJoin join = RelationshipJoin.to(rewriter, inner, property);
        List<Condition> parts = new ArrayList<>();
        parts.add(join.on(rewriter.place(relationship.owner())));
        FromClause[] froms = join.froms().toArray(new FromClause[0]);
        Select<?> select = one().from(froms).correlateExcept(froms);
        if (isObject) {
            for (int key : property.target().primaryKey()) {
                ColumnReference<?> column = inner.column(key);
                parts.add(new Comparison(column, Operator.EQ, value(test, property.target(), key, column.type())));
            }
        }
        List<Condition> criteria = new ArrayList<>(relationship.criteria());
        criteria.addAll(test.criteria());
        return rewriter.at(target, inner, () -> rewriter.scopes().inside(target, () -> {
            criteria.forEach(condition -> parts.add(rewriter.condition(condition)));
            parts.add(rewriter.filter(inner));
            return select.where(Place.all(parts));
        })).exists();
    }
}
