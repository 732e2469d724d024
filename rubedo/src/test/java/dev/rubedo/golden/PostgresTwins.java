package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.dialect.postgresql.type.PostgresHstore;
import dev.rubedo.dialect.postgresql.type.PostgresJson;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Map;

/** Arrays, documents and texts with the operators of PostgreSQL. */
final class PostgresTwins {

    private PostgresTwins() {}

    private static <T> Expression<T> bare(String name, SqlType<T> type) {
        return literalColumn(name, type);
    }

    static void add(Twins twins) {
        twins.add("json.null_value", () -> insertInto(products).values(products.sku, "a").values(products.attrs,
                nullValue(json(Object.class))));
        twins.differs("json.null_value", "ansi sqlite postgresql mysql mariadb mssql oracle",
                "one row, because NULL and the null of JSON are different types of columns here");
        addArrays(twins);
        addDocuments(twins);
        twins.add("json.pg_hstore", () -> {
            var h = bare("h", PostgresTypes.HSTORE);
            return select(PostgresHstore.value(h, "k"), PostgresHstore.hasKey(h, "a"),
                    PostgresHstore.contains(h, Map.of("b", "1")), func("akeys", array(TEXT), h),
                    func("avals", array(TEXT), h), PostgresHstore.merged(h, Map.of("c", "2")));
        });
        twins.differs("json.pg_hstore", "postgresql", "an element is read with -> on each version");
        twins.add("json.pg_tsvector", () -> select(func("to_tsvector", PostgresTypes.TSVECTOR, "english", users.name)
                .op("@@", BOOLEAN, func("to_tsquery", PostgresTypes.TSQUERY, "english", "cat")))
                .where(match(users.name, "dog")));
        twins.differs("json.pg_tsvector", "postgresql", "both sides of a match take the configuration of the database");
    }

    private static void addArrays(Twins twins) {
        twins.add("json.pg_array_empty", () -> select(arrayOf(INTEGER)));
        twins.add("json.pg_array_literal",
                () -> select(arrayConcat(arrayOf(INTEGER, 1, 2), arrayOf(INTEGER, 3)),
                        arrayOf(array(INTEGER), arrayOf(INTEGER, 1), arrayOf(INTEGER, 2))));
        twins.add("json.pg_array_ops", () -> {
            var a = bare("a", array(STRING));
            return and(BooleanCondition.of(arrayContains(a, List.of("x"))),
                    BooleanCondition.of(arrayContainedBy(a, List.of("x", "y"))),
                    BooleanCondition.of(arrayOverlaps(a, List.of("z"))));
        });
        twins.differs("json.pg_array_ops", "postgresql", "all operators of arrays have the same precedence");
        twins.add("json.pg_array_zero_index", () -> select(arrayElement(bare("a", array(INTEGER)), 1)));
    }

    private static void addDocuments(Twins twins) {
        var data = bare("data", PostgresTypes.jsonb(Object.class));
        twins.add("json.pg_jsonb_astext", () -> and(
                new JsonAccess<>(data, List.of("a"), JsonAccess.Form.VALUE, TEXT).eq("x"),
                new JsonAccess<>(data, List.of("a", "b"), JsonAccess.Form.VALUE, INTEGER).eq(5)));
        twins.differs("json.pg_jsonb_astext", "postgresql", "a path is part of the statement and not a parameter");
        twins.add("json.pg_jsonb_delete_concat", () -> select(PostgresJson.withoutPath(data, List.of("a", "b")),
                PostgresJson.merged(data, Map.of("z", 1))));
        twins.differs("json.pg_jsonb_delete_concat", "postgresql", "the type of a parameter is that of the document");
        twins.add("json.pg_jsonb_keys", () -> {
            var j = cast(products.attrs, PostgresTypes.jsonb(Object.class));
            return and(PostgresJson.hasKey(j, "a"), PostgresJson.hasAnyKey(j, List.of("a", "b")),
                    PostgresJson.hasAllKeys(j, List.of("c")));
        });
        twins.differs("json.pg_jsonb_keys", "postgresql", "keys are one parameter, whatever their number");
        twins.add("json.pg_jsonb_path",
                () -> and(PostgresJson.pathExists(data, "$.a"), PostgresJson.pathMatches(data, "$.b > 2")));
        twins.differs("json.pg_jsonb_path", "postgresql", "the server takes a parameter without a cast for text");
        twins.add("json.pg_jsonb_update_subscript", () -> {
            Column<Object> column = column("data", PostgresTypes.jsonb(Object.class));
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column);
            return update(t).set(column, func("jsonb_set", column.type(), column, literal("{a}"),
                    value(5, PostgresTypes.jsonb(Object.class))));
        });
        twins.differs("json.pg_jsonb_update_subscript", "postgresql", "jsonb_set does the same on each version");
    }
}
