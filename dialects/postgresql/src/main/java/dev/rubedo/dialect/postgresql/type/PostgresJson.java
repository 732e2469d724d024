package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;

/** The operators of PostgreSQL's {@code jsonb}, for static import. Immutable. */
public final class PostgresJson {

    private static final SqlType<String> JSONPATH = PostgresTypes.renamed("JSONPATH", Types.TEXT);

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
        return test(document, "@>", part);
    }

    /**
     * Tests whether a document is contained in another: {@code document <@ ?}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param whole the other document
     */
    public static <T> Condition containedBy(Expression<T> document, T whole) {
        return test(document, "<@", Sql.value(whole, document.type()));
    }

    /**
     * Tests whether an object has a key, or an array of strings has an element: {@code document ? 'key'}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param key the key
     */
    public static Condition hasKey(Expression<?> document, String key) {
        return test(document, "?", Sql.value(key, Types.TEXT));
    }

    /**
     * Tests whether an object has at least one of several keys: {@code document ?| array['a', 'b']}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param keys the keys
     */
    public static Condition hasAnyKey(Expression<?> document, List<String> keys) {
        return test(document, "?|", texts(keys));
    }

    /**
     * Tests whether an object has all of several keys: {@code document ?& array['a', 'b']}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param keys the keys
     */
    public static Condition hasAllKeys(Expression<?> document, List<String> keys) {
        return test(document, "?&", texts(keys));
    }

    /**
     * Tests whether a JSON path has a result: {@code document @? '$.a'}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param path the path, in the language of SQL/JSON
     */
    public static Condition pathExists(Expression<?> document, String path) {
        return test(document, "@?", path(path));
    }

    /**
     * Returns the result of a predicate in a JSON path: {@code document @@ '$.b > 2'}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param path the path, in the language of SQL/JSON
     */
    public static Condition pathMatches(Expression<?> document, String path) {
        return test(document, "@@", path(path));
    }

    /**
     * Returns a document with the members of another added, which replace those with the same names:
     * {@code document || ?}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param members the other document
     */
    public static <T> Expression<T> merged(Expression<T> document, T members) {
        return operation(document, "||", Sql.value(members, document.type()));
    }

    /**
     * Returns a document without a member: {@code document - 'key'}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param key the key
     */
    public static <T> Expression<T> without(Expression<T> document, String key) {
        return operation(document, "-", Sql.cast(Sql.value(key, Types.TEXT), Types.TEXT));
    }

    /**
     * Returns a document without the element at a path: {@code document #- array['a', 'b']}.
     *
     * @param document a document of type {@link PostgresTypes#jsonb(Class)}
     * @param path keys, and positions in arrays, outermost first
     */
    public static <T> Expression<T> withoutPath(Expression<T> document, List<String> path) {
        return operation(document, "#-", texts(path));
    }

    private static Expression<?> texts(List<String> texts) {
        var type = Types.array(Types.TEXT);
        return Sql.cast(Sql.value(texts, type), type);
    }

    private static Expression<?> path(String path) {
        return Sql.cast(Sql.value(path, Types.TEXT), JSONPATH);
    }

    private static Condition test(Expression<?> document, String operator, Expression<?> other) {
        return BooleanCondition.of(new CustomOperation<>(document, operator, Operator.BITWISE_OR.precedence(), other,
                Types.BOOLEAN));
    }

    private static <T> Expression<T> operation(Expression<T> document, String operator, Expression<?> other) {
        return new CustomOperation<>(document, operator, Operator.BITWISE_OR.precedence(), other, document.type());
    }
}
