package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;

/** The operators of PostgreSQL's {@code jsonb}, for static import. Immutable. */
public final class PostgresJson {

    private PostgresJson() {}

    /**
     * Tests whether a document contains another: {@code document @> ?}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     */
    public static <T> Condition contains(Expression<T> document, T part) {
        return contains(document, Sql.value(part, document.type()));
    }

    /**
     * Tests whether a document contains that of an expression: {@code document @> part}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     */
    public static Condition contains(Expression<?> document, Expression<?> part) {
        return BooleanCondition
                .of(new CustomOperation<>(document, "@>", Operator.BITWISE_OR.precedence(), part, Types.BOOLEAN));
    }
}
