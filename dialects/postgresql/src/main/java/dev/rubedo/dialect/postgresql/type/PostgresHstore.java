package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators of PostgreSQL's {@code hstore}, for static import. Immutable. */
public final class PostgresHstore {

    private PostgresHstore() {}

    /**
     * Returns the value of a key, or null if the key is missing or its value is null: {@code map -> 'key'}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param key the key
     */
    public static Expression<@Nullable String> value(Expression<Map<String, @Nullable String>> map, String key) {
        return new CustomOperation<>(map, "->", Operator.BITWISE_OR.precedence(), Sql.cast(Sql.value(key), Types.TEXT),
                nullable());
    }

    // The value of a key may be missing.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static SqlType<@Nullable String> nullable() {
        return (SqlType<@Nullable String>) (SqlType<?>) Types.TEXT;
    }

    /**
     * Tests whether a map has a key: {@code map ? 'key'}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param key the key
     */
    public static Condition hasKey(Expression<Map<String, @Nullable String>> map, String key) {
        return test(map, "?", Sql.value(key, Types.TEXT));
    }

    /**
     * Tests whether a map has at least one of several keys: {@code map ?| array['a', 'b']}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param keys the keys
     */
    public static Condition hasAnyKey(Expression<Map<String, @Nullable String>> map, List<String> keys) {
        return test(map, "?|", texts(keys));
    }

    /**
     * Tests whether a map has all of several keys: {@code map ?& array['a', 'b']}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param keys the keys
     */
    public static Condition hasAllKeys(Expression<Map<String, @Nullable String>> map, List<String> keys) {
        return test(map, "?&", texts(keys));
    }

    /**
     * Tests whether a map contains the entries of another: {@code map @> part}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param part the other map
     */
    public static Condition contains(Expression<Map<String, @Nullable String>> map,
            Map<String, @Nullable String> part) {
        return test(map, "@>", Sql.value(part, PostgresTypes.HSTORE));
    }

    /**
     * Tests whether all entries of a map are in another: {@code map <@ whole}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param whole the other map
     */
    public static Condition containedBy(Expression<Map<String, @Nullable String>> map,
            Map<String, @Nullable String> whole) {
        return test(map, "<@", Sql.value(whole, PostgresTypes.HSTORE));
    }

    /**
     * Returns a map with the entries of another added, which replace those with the same keys: {@code map || entries}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param entries the other map
     */
    public static Expression<Map<String, @Nullable String>> merged(Expression<Map<String, @Nullable String>> map,
            Map<String, @Nullable String> entries) {
        return operation(map, "||", Sql.value(entries, PostgresTypes.HSTORE));
    }

    /**
     * Returns a map without some keys: {@code map - array['a', 'b']}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param keys the keys
     */
    public static Expression<Map<String, @Nullable String>> without(Expression<Map<String, @Nullable String>> map,
            List<String> keys) {
        return operation(map, "-", texts(keys));
    }

    /**
     * Tests whether a map has a key whose value is not null: {@code defined(map, 'key')}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param key the key
     */
    public static FunctionCall<Boolean> isDefined(Expression<Map<String, @Nullable String>> map, String key) {
        return Sql.func("defined", Types.BOOLEAN, map, Sql.value(key, Types.TEXT));
    }

    /**
     * Returns the entries of a map that have one of some keys: {@code slice(map, array['a', 'b'])}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     * @param keys the keys
     */
    public static FunctionCall<Map<String, @Nullable String>> slice(Expression<Map<String, @Nullable String>> map,
            List<String> keys) {
        return Sql.func("slice", PostgresTypes.HSTORE, map, texts(keys));
    }

    /**
     * Returns the keys: {@code akeys(map)}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     */
    public static FunctionCall<List<String>> keys(Expression<Map<String, @Nullable String>> map) {
        return Sql.func("akeys", Types.array(Types.TEXT), map);
    }

    /**
     * Returns the values: {@code avals(map)}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     */
    public static FunctionCall<List<String>> values(Expression<Map<String, @Nullable String>> map) {
        return Sql.func("avals", Types.array(Types.TEXT), map);
    }

    /**
     * Returns the keys and values alternately: {@code hstore_to_array(map)}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     */
    public static FunctionCall<List<String>> asArray(Expression<Map<String, @Nullable String>> map) {
        return Sql.func("hstore_to_array", Types.array(Types.TEXT), map);
    }

    /**
     * Returns pairs of keys and values: {@code hstore_to_matrix(map)}.
     *
     * @param map a map of type {@link PostgresTypes#HSTORE}
     */
    public static FunctionCall<List<List<String>>> asMatrix(Expression<Map<String, @Nullable String>> map) {
        return Sql.func("hstore_to_matrix", Types.array(Types.array(Types.TEXT)), map);
    }

    private static Expression<?> texts(List<String> texts) {
        var type = Types.array(Types.TEXT);
        return Sql.cast(Sql.value(texts, type), type);
    }

    private static Condition test(Expression<?> map, String operator, Expression<?> other) {
        return BooleanCondition.of(new CustomOperation<>(map, operator, Operator.BITWISE_OR.precedence(), other,
                Types.BOOLEAN));
    }

    private static Expression<Map<String, @Nullable String>> operation(Expression<Map<String, @Nullable String>> map,
            String operator, Expression<?> other) {
        return new CustomOperation<>(map, operator, Operator.BITWISE_OR.precedence(), other, PostgresTypes.HSTORE);
    }
}
