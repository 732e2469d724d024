package dev.rubedo.dialect.postgresql;

import static dev.rubedo.sql.Functions.func;
import static dev.rubedo.sql.Sql.columnName;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;

/** What PostgreSQL must be told: the schema of a collation, the columns of a function that returns any records. */
@Databases("postgresql")
class PostgresQualifiedNamesTest {

    @DatabaseTest
    void aCollationOfASchema(Engine engine) {
        var query = select(literal("b").collate("pg_catalog", "C").gt("B").as("later"));

        assertThat(query.sql(engine.dialect()))
                .isEqualTo("SELECT ('b' COLLATE pg_catalog.\"C\") > ? AS later");
        try (var connection = engine.connect()) {
            assertThat(connection.one(query)).isTrue();
        }
    }

    @DatabaseTest
    void recordsHaveTheColumnsThatAreNamed(Engine engine) {
        TextFragment<String> json = text("'[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2}]'::json", STRING);
        var records = func("json_to_recordset", STRING, json)
                .table("t", columnName("a", INTEGER), columnName("b", STRING)).withTypes();
        var query = select(records.column("a", Integer.class), records.column("b", String.class))
                .where(records.column("b", String.class).isNotNull());

        assertThat(query.sql(engine.dialect())).isEqualTo("""
                SELECT t.a, t.b FROM json_to_recordset('[{"a": 1, "b": "x"}, {"a": 2}]'::json) AS t(a INTEGER, b VARCHAR) \
                WHERE t.b IS NOT NULL""");
        try (var connection = engine.connect()) {
            assertThat(connection.one(query).get(1)).isEqualTo(1);
        }
        assertThatThrownBy(() -> records.withOrdinality("n").withTypes()).isInstanceOf(IllegalStateException.class);
    }
}
