package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON functions, for static import, usually through {@link Sql}. Immutable. */
public class JsonFunctions extends Types {
    /** For subclasses only; there are no instances. */
    protected JsonFunctions() {}

    /**
     * Returns a part of a JSON document, as JSON.
     *
     * @param document the document
     * @param path names (String) and positions (Integer, from 0), outermost first
     */
    public static Expression<Object> jsonPart(Expression<?> document, Object... path) {
        return new JsonAccess<>(document, List.of(path), JsonAccess.Form.JSON, json((Type) Object.class));
    }

    /**
     * Returns a value in a JSON document as a given type; strings are returned without quotes.
     *
     * @param document the document
     * @param type the type to read it as
     * @param path names (String) and positions (Integer, from 0), outermost first
     */
    public static <T extends @Nullable Object> Expression<T> jsonValue(Expression<?> document, SqlType<T> type,
            Object... path) {
        return new JsonAccess<>(document, List.of(path), JsonAccess.Form.VALUE, type);
    }

    /**
     * Returns a JSON object. Its values can be strings, numbers, booleans, JSON documents and NULL, which becomes
     * {@code null}; cast others to TEXT.
     *
     * @param namesAndValues a name, its value (a Java value or an expression), the next name, and so on
     */
    public static FunctionCall<Object> jsonObject(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("jsonObject(): the last name has no value");
        }
        var arguments = new ArrayList<Expression<?>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new IllegalArgumentException("jsonObject(): \"" + namesAndValues[i] + "\" is not a name");
            }
            arguments.add(new Literal<>(name, STRING));
            arguments.add(member(namesAndValues[i + 1]));
        }
        return FunctionCall.of("make_json_object", document(), arguments);
    }

    /**
     * Returns a JSON array. Its values can be strings, numbers, booleans, JSON documents and NULL, which becomes
     * {@code null}; cast others to TEXT.
     *
     * @param values Java values and expressions
     */
    public static FunctionCall<Object> jsonArray(@Nullable Object... values) {
        var arguments = new ArrayList<Expression<?>>();
        for (var value : values) {
            arguments.add(member(value));
        }
        return FunctionCall.of("make_json_array", document(), arguments);
    }

    /**
     * Returns the values of a group as a JSON array, with {@code null} for NULL; NULL if the group has no rows.
     *
     * @param of a text, number, boolean or document
     */
    public static FunctionCall<Object> jsonArrayAgg(Expression<?> of) {
        return FunctionCall.of("json_array_agg", document(), List.of(member(of)));
    }

    /**
     * Returns the names and values of a group as a JSON object; NULL if the group has no rows. Names must not be NULL.
     *
     * @param name a text
     * @param value a text, number, boolean or document
     */
    public static FunctionCall<Object> jsonObjectAgg(Expression<? extends @Nullable String> name, Expression<?> value) {
        return FunctionCall.of("json_object_agg", document(), List.of(name, member(value)));
    }

    private static Expression<?> member(@Nullable Object value) {
        var member = value == null ? new NullValue<>(STRING)
                : value instanceof Expression<?> expression ? expression : Operands.value(value);
        switch (member.type().family()) {
            case TEXT, ENUM, INTEGER, DECIMAL, FLOATING, BOOLEAN, JSON, UNKNOWN -> {}
            case DATE, TIME, TIMESTAMP, INTERVAL, BINARY, UUID, ARRAY, OTHER -> throw new IllegalArgumentException(
                    "JSON has no representation of " + Operands.describe(member) + ", which is "
                            + member.type().family()
                            + ". Cast it to TEXT");
        }
        return member;
    }

    private static SqlType<Object> document() {
        return json((Type) Object.class);
    }
}
