package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.RefreshView;
import dev.rubedo.schema.SetConstraintComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.RowLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

    private final PostgresDialect dialect = new PostgresDialect();
    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<String> name = column("name", string(50)).notNull();
    private final Column<java.util.UUID> key = column("key", UUID);
    private final Table users = new MetaData().table("users", id, name, key);

    private enum Mood {
        HAPPY, SAD
    }

    @Test
    void namesThatAreMadeAreNoLongerThanTheServerKeeps() {
        var name = "l".repeat(70);
        var cut = "l".repeat(57);
        var calls = select(func(name, INTEGER, literal(1)), func(name, INTEGER, literal(2))).subquery("s");
        var table = new MetaData().table("t".repeat(63), column("id", INTEGER));

        assertThat(select(calls).sql(dialect)).isEqualTo("SELECT s." + cut + "_1, s." + cut + "_2 FROM (SELECT " + name
                + "(1) AS " + cut + "_1, " + name + "(2) AS " + cut + "_2) AS s");
        assertThat(select(table.as().column(table.columns().get(0))).sql(dialect)).isEqualTo(
                "SELECT " + "t".repeat(57) + "_1.id FROM " + table.name() + " AS " + "t".repeat(57) + "_1");
    }

    @Test
    void reservedWordsAreQuoted() {
        var order = new MetaData().table("order", column("user", INTEGER), column("key", INTEGER));

        assertThat(select(order).sql(dialect)).isEqualTo("SELECT \"order\".\"user\", \"order\".key FROM \"order\"");
    }

    @Test
    void uuidsAndJsonAreCast() {
        assertThat(select(id).where(key.eq(new java.util.UUID(0, 1))).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE users.key = ?::UUID");
    }

    @Test
    void caseIsIgnoredByIlike() {
        assertThat(select(id).where(name.ilike("a%")).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE users.name ILIKE ?");
    }

    @Test
    void rowsAreLockedInEveryWay() {
        assertThat(select(id).forShare(lock -> lock.keysFree().of(users).skipLocked()).sql(dialect))
                .isEqualTo("SELECT users.id FROM users FOR KEY SHARE OF users SKIP LOCKED");
    }

    @Test
    void distinctOnTakesTheFirstRowOfEach() {
        assertThat(select(id).distinctOn(name).orderBy(name, id).sql(dialect))
                .isEqualTo("SELECT DISTINCT ON (users.name) users.id FROM users ORDER BY users.name, users.id");
    }

    @Test
    void aKeyThatIsCountedUpIsSerial() {
        var table = new MetaData().table("t", column("id", BIGINT).primaryKey(), column("at", TIMESTAMP_TZ));

        assertThat(dialect.compile(new CreateTable(table)))
                .isEqualTo("CREATE TABLE t ( id BIGSERIAL NOT NULL, at TIMESTAMP WITH TIME ZONE, PRIMARY KEY (id) )");
    }

    @Test
    void anEnumerationIsATypeInTheSchemaOfItsTable() {
        var mood = enumType(Mood.class);
        var table = new MetaData().table("t", column("m", mood), TableOption.schema("app"));

        assertThat(dialect.compile(new CreateEnum(mood, "app", false)))
                .isEqualTo("CREATE TYPE app.mood AS ENUM ('HAPPY', 'SAD')");
        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("CREATE TABLE app.t ( m app.mood )");
    }

    @Test
    void indexesHaveAllOptions() {
        var table = new MetaData().table("t", column("a", INTEGER), column("b", string(10)),
                Index.on("b").named("ix").unique().using("btree").including("a").option("postgresql", "concurrently",
                        "true"));

        assertThat(dialect.compile(new CreateIndex(table.indexes().get(0))))
                .isEqualTo("CREATE UNIQUE INDEX CONCURRENTLY ix ON t USING btree (b) INCLUDE (a)");
    }

    @Test
    void tableOptionsStandInTheOrderOfTheGrammar() {
        var table = new MetaData().table("t", column("a", INTEGER),
                TableOption.of("postgresql", "tablespace", "Fast"),
                TableOption.of("postgresql", "with", "fillfactor=70"),
                TableOption.of("postgresql", "inherits", "base"));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo(
                "CREATE TABLE t ( a INTEGER ) INHERITS (base) WITH (fillfactor=70) TABLESPACE \"Fast\"");
    }

    @Test
    void valuesInTheTextHaveTheTypeOfTheirColumn() {
        var table = new MetaData().table("t",
                column("b", BINARY).serverDefault(literal(new byte[]{0, (byte) 0xff})),
                column("a", array(INTEGER)).serverDefault(literal(List.of(), array(INTEGER))),
                column("i", INTERVAL).serverDefault(literal(Duration.ofMillis(-500))));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo(
                "CREATE TABLE t ( b BYTEA DEFAULT E'\\\\x00ff'::BYTEA, a INTEGER[] DEFAULT '{}', "
                        + "i INTERVAL DEFAULT INTERVAL '-0.500000' SECOND )");
    }

    @Test
    void whatPostgresLacksIsRefused() {
        assertThatThrownBy(() -> dialect.compile(select(id).fetch(5, RowLimit.Form.PERCENT)))
                .isInstanceOf(UnsupportedFeatureException.class).hasMessageContaining("FETCH_PERCENT");
        assertThatThrownBy(() -> dialect.compile(
                insertInto(users).values(name, "a").onConflict().doUpdate(update -> update.set(name, "b"))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void timesHaveTheDigitsThatAreAskedFor() {
        var table = new MetaData().table("t", column("a", time(6)), column("b", timestamp(6)),
                column("c", timestampTz(3)), column("d", instant(0)), column("e", UNBOUNDED_NUMERIC));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("CREATE TABLE t ( "
                + "a TIME WITHOUT TIME ZONE, b TIMESTAMP WITHOUT TIME ZONE, "
                + "c TIMESTAMP(3) WITH TIME ZONE, d TIMESTAMP(0) WITH TIME ZONE, e NUMERIC )");

        var tooMany = new MetaData().table("n", column("a", instant(9)));
        assertThatThrownBy(() -> dialect.compile(new CreateTable(tooMany)))
                .hasMessage("Column \"n.a\": Dialect \"postgresql\" supports at most 6 digits "
                        + "of fractional seconds, but a type has 9. Declare it with 6 digits or fewer.");
    }

    @Test
    void constraintsHaveTheirOptions() {
        var parent = new MetaData().table("p", column("a", INTEGER), column("b", INTEGER));
        var table = parent.metaData().table("t", column("a", INTEGER), column("b", INTEGER),
                PrimaryKey.on("a").option("postgresql", "include", "b").deferrable(Deferrability.DEFERRABLE),
                UniqueConstraint.on("a").option("postgresql", "nulls_not_distinct", "true")
                        .option("sqlite", "on_conflict", "fail"),
                CheckConstraint.of("a > 0").option("postgresql", "no_inherit", "true")
                        .option("postgresql", "not_valid", "true"),
                ForeignKey.on("a", "b").references("p.a", "p.b").match(ForeignKeyMatch.FULL)
                        .option("postgresql", "not_valid", "true").deferrable(Deferrability.INITIALLY_DEFERRED),
                ExclusionConstraint.using("gist").with("a", "=").with(column("b", INTEGER).plus(1), "&&")
                        .where(CheckConstraint.of("a > 5").condition()).named("ex"));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("""
                CREATE TABLE t ( a INTEGER NOT NULL, b INTEGER, PRIMARY KEY (a) INCLUDE (b) DEFERRABLE, \
                UNIQUE NULLS NOT DISTINCT (a), CHECK (a > 0) NO INHERIT NOT VALID, \
                FOREIGN KEY(a, b) REFERENCES p (a, b) MATCH FULL DEFERRABLE INITIALLY DEFERRED NOT VALID, \
                CONSTRAINT ex EXCLUDE USING gist (a WITH =, (b + 1) WITH &&) WHERE (a > 5) )""");
        assertThat(dialect.compile(new SetConstraintComment(table, UniqueConstraint.on("a").named("u"), "it's")))
                .isEqualTo("COMMENT ON CONSTRAINT u ON t IS 'it''s'");
    }

    @Test
    void onlySomeColumnsAreSetOnDeletion() {
        var key = ForeignKey.on("a", "b").references("p.a", "p.b").option("postgresql", "set_columns", "b");
        var metadata = new MetaData();
        metadata.table("p", column("a", INTEGER), column("b", INTEGER));
        var table = metadata.table("t", column("a", INTEGER), column("b", INTEGER),
                key.onDelete(ReferentialAction.SET_NULL).onUpdate(ReferentialAction.CASCADE));
        var wrong = metadata.table("w", column("a", INTEGER), column("b", INTEGER), key);

        assertThat(dialect.compile(new CreateTable(table))).endsWith("""
                FOREIGN KEY(a, b) REFERENCES p (a, b) ON DELETE SET NULL (b) ON UPDATE CASCADE )""");
        assertThatThrownBy(() -> dialect.compile(new CreateTable(wrong))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("needs onDelete(SET_NULL) or onDelete(SET_DEFAULT)");
    }

    @Test
    void checksCannotBeDeferred() {
        var table = new MetaData().table("t", column("a", INTEGER),
                CheckConstraint.of("a > 0").deferrable(Deferrability.DEFERRABLE));

        assertThatThrownBy(() -> dialect.compile(new CreateTable(table)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("DEFERRABLE of the CheckConstraint");
    }

    @Test
    void typesHaveTheirOptions() {
        assertThat(dialect.typeName(interval(4, 3))).isEqualTo("INTERVAL(3)");
        assertThat(dialect.typeName(timeTz(3))).isEqualTo("TIME(3) WITH TIME ZONE");
        assertThat(dialect.typeName(array(array(string(5))))).isEqualTo("VARCHAR(5)[][]");
        assertThat(dialect.typeName(checkedBoolean())).isEqualTo("BOOLEAN");
        assertThat(dialect.typeName(labels("moods", "a").asText())).isEqualTo("VARCHAR(1)");
        assertThat(dialect.typeName(labels("moods", "a").withLength(9).asText())).isEqualTo("VARCHAR(9)");
        assertThatThrownBy(() -> labels("moods", "sad").withLength(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a label of 3 characters, which exceeds its length 2");
        assertThat(dialect.typeName(labels("moods", "a").unchecked())).isEqualTo("moods");
        assertThat(dialect.typeName(labels("moods", "a").inSchema("s"))).isEqualTo("s.moods");
        assertThat(dialect.typeName(enumType(Mood.class).inSchema("s"))).isEqualTo("s.mood");
        assertThat(dialect.typeName(enumType(Mood.class).storedAs(mood -> mood + "!").withLength(20).asString()))
                .isEqualTo("VARCHAR(20)");
        assertThatThrownBy(() -> enumType(Mood.class).storedAs(mood -> "same"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("needs 2 different labels");
        assertThatThrownBy(() -> enumType(Mood.class).withLength(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void viewsAreCreatedDroppedAndRefreshed() {
        var metadata = new MetaData();
        var query = select(id, name.as("n")).where(name.eq("it's"));
        var view = metadata.table("v", TableOption.schema("s"), ViewDefinition.of(query));
        var stored = metadata.table("m", ViewDefinition.of(query).materialized(), TableOption.comment("kept"));
        var text = "SELECT users.id, users.name AS n FROM users WHERE users.name = 'it''s'";

        assertThat(dialect.compile(new CreateView(view))).isEqualTo("CREATE VIEW s.v AS " + text);
        assertThat(dialect.compile(new CreateView(view, true, false)))
                .isEqualTo("CREATE OR REPLACE VIEW s.v AS " + text);
        assertThat(dialect.compile(new CreateView(stored, false, true)))
                .isEqualTo("CREATE MATERIALIZED VIEW IF NOT EXISTS m AS " + text);
        assertThat(dialect.compile(new DropView(stored, true, true)))
                .isEqualTo("DROP MATERIALIZED VIEW IF EXISTS m CASCADE");
        assertThat(dialect.compile(new RefreshView(stored, true)))
                .isEqualTo("REFRESH MATERIALIZED VIEW CONCURRENTLY m");
        assertThat(dialect.compile(new SetTableComment(stored, "kept")))
                .isEqualTo("COMMENT ON MATERIALIZED VIEW m IS 'kept'");
        assertThat(dialect.compile(CreateTableAs.of("c", metadata, query, TableOption.prefix("TEMPORARY"))))
                .isEqualTo("CREATE TEMPORARY TABLE c AS " + text);
        assertThatThrownBy(() -> dialect.compile(new CreateView(stored, true, false)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> dialect.compile(new CreateView(view, false, true)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> new CreateTable(view)).hasMessageContaining(
                "\"s.v\" is a view and cannot be created by CREATE TABLE. Use a CreateView");
        assertThatThrownBy(() -> new CreateView(users)).hasMessageContaining("Table \"users\" is not a view");
        assertThatThrownBy(() -> new RefreshView(view, false)).hasMessageContaining("is not materialized");
        assertThatThrownBy(() -> metadata.table("w", ViewDefinition.of(query), column("id", INTEGER)).columns())
                .hasMessageContaining("declares the columns [id], but its query returns [id, n]");
    }
}
