package dev.rubedo.dialect.sqlite;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Functions.regexpReplace;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Extract;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteDialectTest {

    private final SqliteDialect dialect = new SqliteDialect();
    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<String> name = column("name", string(50)).notNull();
    private final Column<Boolean> active = column("active", BOOLEAN);
    private final Table users = new MetaData().table("users", id, name, active);

    @Test
    void reservedWordsAreQuoted() {
        var order = new MetaData().table("order", column("group", INTEGER), column("plain", INTEGER));

        assertThat(select(order).sql(dialect)).isEqualTo("SELECT \"order\".\"group\", \"order\".plain FROM \"order\"");
    }

    @Test
    void limitAndOffsetAlwaysStandTogether() {
        assertThat(select(id).limit(5).sql(dialect)).isEqualTo("SELECT users.id FROM users LIMIT ? OFFSET ?");
        assertThat(select(id).offset(5).sql(dialect)).isEqualTo("SELECT users.id FROM users LIMIT ? OFFSET ?");
    }

    @Test
    void truthIsOneOrZero() {
        assertThat(select(id).where(active).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE users.active = 1");
        assertThat(select(id).where(not(active)).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE users.active = 0");
    }

    @Test
    void returningHasBareNames() {
        assertThat(deleteFrom(users).where(id.eq(1)).returning(id, name).sql(dialect))
                .isEqualTo("DELETE FROM users WHERE users.id = ? RETURNING id, name");
    }

    @Test
    void partsOfADateComeFromTheFormatter() {
        var at = column("at", TIMESTAMP);
        var events = new MetaData().table("events", at);

        assertThat(select(extract(Extract.Field.QUARTER, at)).from(events).sql(dialect)).isEqualTo(
                "SELECT ((CAST(STRFTIME('%m', events.at) AS INTEGER) + 2) / 3) AS anon_1 FROM events");
    }

    @Test
    void aKeyThatIsCountedUpIsAnInteger() {
        var items = new MetaData().table("items", column("id", BIGINT).primaryKey(), column("n", BIGINT));
        var counted = new MetaData().table("counted", column("id", BIGINT).primaryKey(),
                TableOption.of("sqlite", "autoincrement", "true"));

        assertThat(dialect.compile(new CreateTable(items)))
                .isEqualTo("CREATE TABLE items ( id INTEGER NOT NULL, n BIGINT, PRIMARY KEY (id) )");
        assertThat(dialect.compile(new CreateTable(counted)))
                .isEqualTo("CREATE TABLE counted ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT )");
    }

    @Test
    void whatSqliteLacksIsRefused() {
        assertThatThrownBy(() -> dialect.compile(select(id).forUpdate())).isInstanceOfSatisfying(
                UnsupportedFeatureException.class, e -> assertThat(e.feature()).isEqualTo(Feature.ROW_LOCKS))
                .hasMessageContaining("\"sqlite\"").hasMessageContaining("Feature.ROW_LOCKS");
        assertThatThrownBy(() -> dialect.compile(select(id).distinctOn(name)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> dialect.compile(new AddConstraint(users, UniqueConstraint.on("name").named("u"))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void unknownTableOptionsAreRefused() {
        var table = new MetaData().table("t", column("id", INTEGER), TableOption.of("sqlite", "engine", "x"));

        assertThatThrownBy(() -> dialect.compile(new CreateTable(table))).hasMessageContaining("\"engine\"");
    }

    @Test
    void tuplesAreTestedAgainstValues() {
        var query = select(id).where(tuple(id, name).inRows(List.of(List.of(1, "a"))));

        assertThat(dialect.compile(query).expand(2))
                .isEqualTo("SELECT users.id FROM users WHERE (users.id, users.name) IN (VALUES (?, ?), (?, ?))");
    }

    @Test
    void exclusiveOrIsADifferenceOfParts() {
        assertThat(select(id.bitwiseXor(3).as("x")).sql(dialect))
                .isEqualTo("SELECT ((users.id | ?) - (users.id & ?)) AS x FROM users");
    }

    @Test
    void truthValuesAreComparedAsTheyAre() {
        assertThat(select(id).where(id.in(1).eq(trueCondition())).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE (users.id IN (?)) = 1");
        assertThat(select(caseWhen(condition(active), 1).when(not(active), 2).as("x")).sql(dialect)).isEqualTo(
                "SELECT CASE WHEN users.active THEN ? WHEN users.active = 0 THEN ? END AS x FROM users");
        assertThat(select(not(active)).sql(dialect)).isEqualTo("SELECT users.active = 0 AS active FROM users");
    }

    @Test
    void partsInLowerCaseKeepTheirParentheses() {
        assertThat(select(id).where(name.concat("x").ilike("a%")).sql(dialect))
                .isEqualTo("SELECT users.id FROM users WHERE lower((users.name || ?)) LIKE lower(?)");
    }

    @Test
    void whatIsComputedComesAfterNotNull() {
        var table = new MetaData().table("t", column("a", INTEGER), column("b", INTEGER).notNull().computed("a * 2"));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo(
                "CREATE TABLE t ( a INTEGER, b INTEGER NOT NULL GENERATED ALWAYS AS (a * 2) )");
    }

    @Test
    void anIndexPutsNoNullsFirst() {
        var a = column("a", INTEGER);
        var table = new MetaData().table("t", a, Index.on(a.desc().nullsLast()).named("ix"));

        assertThatThrownBy(() -> dialect.compile(new CreateIndex(table.indexes().get(0))))
                .isInstanceOf(UnsupportedFeatureException.class).hasMessageContaining("ix");
    }

    @Test
    void textIsNotReplacedByRegularExpressions() {
        assertThatThrownBy(() -> dialect.compile(select(regexpReplace(name, "a", "b"))))
                .isInstanceOf(UnsupportedFeatureException.class).hasMessageContaining("regexp_replace");
    }

    @Test
    void timesHaveTheDigitsThatAreAskedFor() {
        var table = new MetaData().table("t", column("a", time(6)), column("b", timestamp(6)),
                column("c", timestampTz(3)), column("d", instant(0)), column("e", UNBOUNDED_NUMERIC));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("CREATE TABLE t ( "
                + "a TIME, b DATETIME, c DATETIME, d DATETIME, e NUMERIC )");

        var nine = new MetaData().table("n", column("a", instant(9)));
        assertThat(dialect.compile(new CreateTable(nine))).isEqualTo("CREATE TABLE n ( a DATETIME )");
    }

    @Test
    void constraintsHaveConflictActions() {
        var table = new MetaData().table("t", column("a", INTEGER), column("b", INTEGER),
                dev.rubedo.schema.PrimaryKey.on("a").option("sqlite", "on_conflict", "replace"),
                dev.rubedo.schema.UniqueConstraint.on("b").option("sqlite", "on_conflict", "ignore"));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("""
                CREATE TABLE t ( a INTEGER NOT NULL, b INTEGER, PRIMARY KEY (a) ON CONFLICT REPLACE, \
                UNIQUE (b) ON CONFLICT IGNORE )""");
        assertThatThrownBy(() -> dialect.compile(new CreateTable(new MetaData().table("t", column("a", INTEGER),
                dev.rubedo.schema.UniqueConstraint.on("a").option("sqlite", "on_conflict", "explode")))))
                .isInstanceOf(dev.rubedo.error.InvalidStatementException.class)
                .hasMessageContaining("\"EXPLODE\" is not a conflict action of SQLite");
        assertThatThrownBy(() -> dialect.compile(new CreateTable(new MetaData().table("t", column("a", INTEGER),
                dev.rubedo.schema.UniqueConstraint.on("a").deferrable(dev.rubedo.schema.Deferrability.DEFERRABLE)))))
                .isInstanceOf(dev.rubedo.compile.UnsupportedFeatureException.class);
    }
}
