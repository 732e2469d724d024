package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Structure;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a relationship, which a session replaces with comparisons of keys or with {@code EXISTS}. Immutable.
 *
 * @param kind the kind of condition
 * @param relationship the relationship
 * @param object the related object that is compared, or null
 * @param criteria conditions on the related object
 */
public record RelationshipTest(Kind kind, Relationship<?, ?> relationship, @Nullable Object object,
        List<Condition> criteria) implements UnresolvedExpression<Boolean> {

    /** The kind of a condition on a relationship. Immutable. */
    public enum Kind {
        /** The target is this object. */
        EQUAL,
        /** The target is not this object. */
        NOT_EQUAL,
        /** There is no target. */
        ABSENT,
        /** There is a target. */
        PRESENT,
        /** A target satisfies the criteria. */
        ANY,
        /** This object is among the targets. */
        CONTAINS,
        /** The target belongs to this object. */
        OF
    }

    /** Copies the list. */
    public RelationshipTest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(relationship, "relationship");
        criteria = List.copyOf(criteria);
    }

    static Condition of(Kind kind, Relationship<?, ?> relationship, @Nullable Object object, Condition... criteria) {
        return new BooleanCondition(new RelationshipTest(kind, relationship, object, List.of(criteria)));
    }

    @Override
    public EntityPath<?> entity() {
        return kind == Kind.OF ? relationship.target() : relationship.owner();
    }

    @Override
    public String name() {
        return relationship.name();
    }

    @Override
    public SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }

    @Override
    public void describe(Structure out) {
        out.part(kind);
        relationship.describe(out);
        out.value(this, object, false);
        out.expressions(criteria);
    }

    @Override
    public String toString() {
        var only = criteria.isEmpty() ? "" : " WHERE "
                + criteria.stream().map(Condition::toString).collect(Collectors.joining(" AND "));
        return switch (kind) {
            case EQUAL -> relationship + " = ?";
            case NOT_EQUAL -> relationship + " != ?";
            case ABSENT -> relationship + (relationship instanceof ToMany ? " IS EMPTY" : " IS NULL");
            case PRESENT -> relationship + " IS NOT NULL";
            case ANY -> "EXISTS (" + relationship + only + ")";
            case CONTAINS -> "? IN " + relationship;
            case OF -> relationship.target() + " OF " + relationship + " = ?";
        };
    }
}
