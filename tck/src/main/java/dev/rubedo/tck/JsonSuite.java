package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** JSON documents: parts of them, comparison and casts. */
public abstract class JsonSuite {
    private static final SqlType<Object> JSON = Types.json(Object.class);

    private final Table table = new MetaData().table("documents", column("id", INTEGER).primaryKey(),
            column("doc", JSON));
    private final Column<Integer> id = Suites.typed(table.column("id"));
    private final Column<Object> doc = Suites.typed(table.column("doc"));
    private Connection connection = Suites.unset();

    @BeforeEach
    void create(Engine engine) {
        table.metaData().dropAll(engine);
        table.create(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private void store(Object document) {
        connection.execute(deleteFrom(table));
        connection.execute(insertInto(table).values(id, 1, doc, document));
    }

    private boolean supports(Feature feature) {
        return connection.engine().dialect().supports(feature);
    }

    @DatabaseTest
    void partsAreDocumentsOfTheSameValue() {
        if (!supports(Feature.JSON_ACCESS)) {
            return;
        }
        var parts = new LinkedHashMap<String, Object>();
        parts.put("true", true);
        parts.put("false", false);
        parts.put("text", "it's \"quoted\"");
        parts.put("digits", "12");
        parts.put("number", 7);
        parts.put("fraction", 1.5);
        parts.put("list", List.of(1, "x", true));
        parts.put("object", Map.of("inner", Map.of("deep", false)));
        store(parts);

        parts.forEach((name, part) -> assertThat(connection.one(select(jsonPart(doc, name)))).as(name)
                .isEqualTo(part));
        assertThat(connection.one(select(jsonPart(doc, "object", "inner")))).isEqualTo(Map.of("deep", false));
        assertThat(connection.one(select(jsonPart(doc, "list", 2)))).isEqualTo(true);
        assertThat(connection.optional(select(jsonPart(doc, "missing")))).isEmpty();
    }

    @DatabaseTest
    void negativePositionsCountFromTheEnd() {
        if (!supports(Feature.JSON_ACCESS)) {
            return;
        }
        store(List.of(10, 20, List.of(30, 40)));

        assertThat(connection.one(select(jsonPart(doc, -3)))).isEqualTo(10);
        assertThat(connection.one(select(jsonPart(doc, -1, -2)))).isEqualTo(30);
        assertThat(connection.one(select(jsonValue(doc, INTEGER, -2)))).isEqualTo(20);
        assertThat(connection.optional(select(jsonPart(doc, -4)))).isEmpty();
    }

    @DatabaseTest
    void textsAreCastToDocuments() {
        store("x");
        for (var text : List.of("{\"a\": [1, true, null]}", "[]", "\"text\"", "12")) {
            var expected = switch (text.charAt(0)) {
                case '{' -> Map.of("a", Arrays.asList(1, true, null));
                case '[' -> List.of();
                case '"' -> "text";
                default -> 12;
            };
            assertThat(connection.one(select(cast(value(text), JSON)))).as(text).isEqualTo(expected);
            assertThat(connection.one(select(cast(literal(text), JSON)).from(table))).as(text).isEqualTo(expected);
        }
        assertThat(connection.one(select(cast(doc, JSON)))).isEqualTo("x");
    }

    @DatabaseTest
    void documentsAreComparedByStructure() {
        var document = new LinkedHashMap<String, Object>();
        document.put("b", List.of(1, 2, Map.of("c", "x")));
        document.put("a", true);
        var reordered = new LinkedHashMap<String, Object>();
        reordered.put("a", true);
        reordered.put("b", List.of(1, 2, Map.of("c", "x")));
        store(document);
        if (!supports(Feature.JSON_COMPARISON)) {
            assertThatThrownBy(() -> isFound(doc.eq(document))).isInstanceOf(UnsupportedFeatureException.class);
            return;
        }

        for (Expression<Object> same : List.<Expression<Object>>of(value(document, JSON), value(reordered, JSON),
                literal(reordered, JSON), doc, cast(value("{\"a\":true,  \"b\":[1,2,{\"c\":\"x\"}]}"), JSON))) {
            assertThat(isFound(doc.eq(same))).as("= %s", same).isTrue();
            assertThat(isFound(doc.ne(same))).as("!= %s", same).isFalse();
            assertThat(isFound(doc.isNotDistinctFrom(same))).as("is not distinct from %s", same).isTrue();
            assertThat(isFound(doc.isDistinctFrom(same))).as("is distinct from %s", same).isFalse();
        }
        for (var other : others(document)) {
            assertThat(isFound(doc.eq(other))).as("= %s", other).isFalse();
            assertThat(isFound(doc.ne(other))).as("!= %s", other).isTrue();
            assertThat(isFound(doc.isDistinctFrom(other))).as("is distinct from %s", other).isTrue();
        }
        connection.execute(update(table).setNull(doc));
        assertThat(isFound(doc.eq(document).or(doc.ne(document)))).isFalse();
        assertThat(isFound(doc.isDistinctFrom(document))).isTrue();
    }

    private static List<Object> others(Map<String, Object> document) {
        var others = new ArrayList<Object>(List.of(true, "a", List.of(), Map.of(), List.of(document)));
        for (var change : List.<Map.Entry<String, Object>>of(Map.entry("a", false), Map.entry("a", "true"),
                Map.entry("z", 1), Map.entry("b", List.of(2, 1, Map.of("c", "x"))),
                Map.entry("b", List.of(1, 2, Map.of("c", "x"), 3)))) {
            var other = new HashMap<>(document);
            other.put(change.getKey(), change.getValue());
            others.add(other);
        }
        return others;
    }

    @DatabaseTest
    void scalarsAreComparedWithTheirType() {
        if (!supports(Feature.JSON_COMPARISON)) {
            return;
        }
        for (Object scalar : List.of(1, "1", true, "true", 1.5, "")) {
            store(scalar);
            for (Object other : List.of(1, "1", true, "true", 1.5, "")) {
                assertThat(isFound(doc.eq(other))).as("%s = %s", scalar, other).isEqualTo(scalar.equals(other));
            }
        }
    }

    private boolean isFound(Condition condition) {
        return connection.exists(select(id).from(table).where(condition));
    }
}
