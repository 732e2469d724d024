package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.JsonAccess;
import java.util.List;

/** Parts of JSON documents. */
final class JsonTwins {

    private static final String INLINE = "a path is part of the statement and not a parameter";

    private JsonTwins() {}

    private static JsonAccess<Object> part(Object... path) {
        return new JsonAccess<>(products.attrs, List.of(path), JsonAccess.Form.JSON, json(Object.class));
    }

    private static JsonAccess<String> text(Object... path) {
        return new JsonAccess<>(products.attrs, List.of(path), JsonAccess.Form.VALUE, STRING);
    }

    static void add(Twins twins) {
        twins.add("json.as_json_path", () -> part("a", "b"));
        twins.add("json.as_string", () -> text("color").eq("red"));
        twins.add("json.chain",
                () -> new JsonAccess<>(part("a"), List.of("b"), JsonAccess.Form.JSON, json(Object.class)));
        twins.add("json.index_int", () -> part(2));
        twins.add("json.index_str", () -> part("color"));
        twins.add("json.path", () -> part("a", "b", 1));
        twins.add("json.path_as_string", () -> text("a", "b").eq("x"));
        for (var id : List.copyOf(twins.all().keySet())) {
            twins.differs(id, "ansi sqlite postgresql mysql mariadb", INLINE);
        }
        twins.add("json.sl_json_each", () -> {
            var each = func("json_each", UNKNOWN, "[1, 2]").table("anon_1", columnName("key", UNKNOWN),
                    columnName("value", UNKNOWN));
            return select(each.column("key"), each.column("value"));
        });
        twins.add("json.pg_aggregate_order_by", () -> select(arrayAgg(users.name).orderBy(users.id.desc())));
        twins.add("json.pg_array_any_all",
                () -> and(value("x").eq(anyOf(products.tags)), value("y").ne(allOf(products.tags))));
        PostgresTwins.add(twins);
    }
}
