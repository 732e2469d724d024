package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Like;
import dev.rubedo.type.StringType;
import org.junit.jupiter.api.Test;

class MysqlDialectTest {

    private final MysqlDialect mysql = new MysqlDialect();
    private final MariadbDialect mariadb = new MariadbDialect();
    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<String> name = column("name", string(50)).notNull();
    private final Column<Integer> age = column("age", INTEGER);
    private final Table users = new MetaData().table("users", id, name, age);

    @Test
    void reservedWordsDifferBetweenTheTwo() {
        var table = new MetaData().table("t", column("groups", INTEGER), column("offset", INTEGER),
                column("a`b", INTEGER));

        assertThat(select(table).sql(mysql)).isEqualTo("SELECT t.`groups`, t.offset, t.`a``b` FROM t");
        assertThat(select(table).sql(mariadb)).isEqualTo("SELECT t.groups, t.`offset`, t.`a``b` FROM t");
    }

    @Test
    void theOffsetStandsBeforeTheLimit() {
        assertThat(select(id).limit(5).offset(10).sql(mysql)).isEqualTo("SELECT users.id FROM users LIMIT ?, ?");
        assertThat(select(id).offset(10).sql(mysql))
                .isEqualTo("SELECT users.id FROM users LIMIT ?, 18446744073709551615");
    }

    @Test
    void textIsJoinedByAFunction() {
        assertThat(select(name.concat("-").concat(name).as("x")).sql(mysql))
                .isEqualTo("SELECT concat(users.name, ?, users.name) AS x FROM users");
        assertThat(select(name.collate("utf8mb4_bin").concat("-").as("x")).sql(mysql))
                .isEqualTo("SELECT concat((users.name COLLATE utf8mb4_bin), ?) AS x FROM users");
        var pattern = name.concat("x");
        assertThat(select(id).where(new Like(name, pattern, Like.Match.CONTAINS, false, "", false)).sql(mysql))
                .isEqualTo("SELECT users.id FROM users WHERE (users.name LIKE concat('%', users.name, ?, '%'))");
    }

    @Test
    void constantsStayValuesWhereAValueIsWanted() {
        assertThat(select(trueCondition(), trueCondition().as("t")).where(trueCondition()).sql(mysql))
                .isEqualTo("SELECT true AS anon_1, true AS t FROM DUAL WHERE true = 1");
        assertThat(select(id).where(falseCondition().isDistinctFrom(id.gt(1))).sql(mysql))
                .isEqualTo("SELECT users.id FROM users WHERE NOT (false <=> (users.id > ?))");
        assertThat(select(id).groupBy(trueCondition()).orderBy(falseCondition().desc()).sql(mysql))
                .isEqualTo("SELECT users.id FROM users GROUP BY true ORDER BY false DESC");
    }

    @Test
    void nullsAreSortedByCase() {
        assertThat(select(id).orderBy(age.desc().nullsLast()).sql(mariadb)).isEqualTo("SELECT users.id FROM users "
                + "ORDER BY CASE WHEN (users.age IS NULL) THEN 1 ELSE 0 END, users.age DESC");
    }

    @Test
    void filteredAggregatesCountByCase() {
        assertThat(select(count(id).filter(age.gt(18)).as("n")).sql(mysql))
                .isEqualTo("SELECT count(CASE WHEN (users.age > ?) THEN users.id END) AS n FROM users");
    }

    @Test
    void upsertsNameTheNewRowInDifferentWays() {
        var upsert = insertInto(users).values(id, 1, name, "a").onConflict().doUpdateExcluded(name);

        assertThat(upsert.sql(mysql)).isEqualTo(
                "INSERT INTO users (id, name) VALUES (?, ?) AS new ON DUPLICATE KEY UPDATE name = new.name");
        assertThat(upsert.sql(mariadb)).isEqualTo(
                "INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name)");
    }

    @Test
    void aConflictThatChangesNothingSetsTheKeyToItself() {
        assertThat(insertInto(users).values(id, 1, name, "a").onConflict().doNothing().sql(mysql)).isEqualTo(
                "INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = users.id");
    }

    @Test
    void onlyMariadbGivesBackWhatItInserted() {
        var insert = insertInto(users).values(name, "a").returning(id);

        assertThat(insert.sql(mariadb)).isEqualTo("INSERT INTO users (name) VALUES (?) RETURNING users.id");
        assertThatThrownBy(() -> mysql.compile(insert)).isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("\"mysql\"");
    }

    @Test
    void tableOptionsHaveTheNamesAndTheOrderOfTheServer() {
        var table = new MetaData().table("t", column("a", INTEGER), TableOption.of("mysql", "partitions", "4"),
                TableOption.of("mysql", "partition_by", "HASH (a)"), TableOption.of("mysql", "collate", "utf8mb4_bin"),
                TableOption.of("mysql", "row_format", "DYNAMIC"), TableOption.of("mysql", "default_charset", "utf8mb4"),
                TableOption.of("mysql", "data_directory", "/data"), TableOption.comment("it's"));

        assertThat(mysql.compile(new CreateTable(table))).isEqualTo(
                "CREATE TABLE t ( a INTEGER )ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 DATA DIRECTORY='/data' "
                        + "COMMENT='it''s' COLLATE utf8mb4_bin PARTITION BY HASH (a) PARTITIONS 4");
    }

    @Test
    void tablesHaveOptionsAndComments() {
        var table = new MetaData().table("t", column("id", BIGINT).primaryKey(), column("a", INTEGER).comment("it's a"),
                TableOption.of("mysql", "engine", "InnoDB"), TableOption.comment("all"));

        assertThat(mysql.compile(new CreateTable(table)))
                .isEqualTo("CREATE TABLE t ( id BIGINT NOT NULL AUTO_INCREMENT, "
                        + "a INTEGER COMMENT 'it''s a', PRIMARY KEY (id) )ENGINE=InnoDB COMMENT='all'");
    }

    @Test
    void aStringNeedsALength() {
        var table = new MetaData().table("t", column("s", STRING));

        assertThatThrownBy(() -> mysql.compile(new CreateTable(table))).hasMessageContaining("\"t.s\"")
                .hasMessageContaining("length");
    }

    @Test
    void textWithABackslashIsWrittenAsItsBytes() {
        assertThat(mysql.compileWithValues(select(id).where(name.eq("a\\b'c"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name = _utf8mb4 X'615c622763'");
    }

    @Test
    void anUpsertOfAQueryTakesValuesByTheFunction() {
        var upsert = insertInto(users).fromSelect(select(id.plus(1), name), id, name).onConflict()
                .doUpdate(row -> row.set(name, concat(row.excluded(name), value("x"))));

        assertThat(upsert.sql(mysql))
                .isEqualTo("INSERT INTO users (id, name) SELECT users.id + ? AS anon_1, users.name "
                        + "FROM users ON DUPLICATE KEY UPDATE name = concat(VALUES(name), ?)");
        assertThat(upsert.sql(mariadb)).isEqualTo(upsert.sql(mysql));
    }

    @Test
    void collationsAreNames() {
        var bad = new MetaData().table("t", column("s", new StringType(9, false, false, "x; DROP TABLE t")));

        assertThat(select(name.collate("utf8mb4_bin"), name.collate("fr FR").as("f")).sql(mysql)).isEqualTo(
                "SELECT users.name COLLATE utf8mb4_bin AS anon_1, users.name COLLATE `fr FR` AS f FROM users");
        assertThatThrownBy(() -> mysql.compile(new CreateTable(bad))).hasMessageContaining("is not a collation name");
    }

    @Test
    void everyExpressionOfAnIndexStandsInParentheses() {
        var s = column("s", string(9));
        var table = new MetaData().table("t", s, Index.on(s.collate("utf8mb4_bin"), cast(s, INTEGER).desc())
                .named("ix"));
        var nulls = new MetaData().table("t", column("a", INTEGER), Index.on(age.nullsFirst()).named("ix"));

        assertThat(mysql.compile(new CreateIndex(table.indexes().get(0)))).isEqualTo(
                "CREATE INDEX ix ON t ((s COLLATE utf8mb4_bin), (CAST(s AS SIGNED INTEGER)) DESC)");
        assertThatThrownBy(() -> mysql.compile(new CreateIndex(nulls.indexes().get(0))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void aLimitMayBeText() {
        assertThat(select(id).limit(literalColumn("3", INTEGER)).sql(mysql))
                .isEqualTo("SELECT users.id FROM users LIMIT 3");
    }

    @Test
    void aCommentKeepsTheChecksOfItsColumn() {
        var a = column("a", INTEGER).check("a > 0");
        new MetaData().table("t", a);

        assertThat(mysql.compile(new SetColumnComment(a, "new")))
                .isEqualTo("ALTER TABLE t CHANGE a a INTEGER COMMENT 'new'");
        assertThat(mariadb.compile(new SetColumnComment(a, "new")))
                .isEqualTo("ALTER TABLE t CHANGE a a INTEGER COMMENT 'new' CHECK (a > 0)");
    }

    @Test
    void anUpdateSetsColumnsOfAllItsTables() {
        var note = column("note", string(9));
        var notes = new MetaData().table("notes", column("id", INTEGER).primaryKey(), note);
        var update = update(users).set(age, 1).set(note, "x");

        assertThat(update.from(notes).sql(mysql))
                .isEqualTo("UPDATE users, notes SET users.age=?, notes.note=?");
        assertThatThrownBy(() -> mysql.compile(update)).hasMessageContaining("\"notes.note\"");
    }

    @Test
    void timesHaveTheDigitsThatAreAskedFor() {
        var table = new MetaData().table("t", column("a", time(6)), column("b", timestamp(6)),
                column("c", timestampTz(3)), column("d", instant(0)), column("e", UNBOUNDED_NUMERIC));

        assertThat(mysql.compile(new CreateTable(table))).isEqualTo("CREATE TABLE t ( "
                + "a TIME(6), b DATETIME(6), c DATETIME(3), d DATETIME(0), e NUMERIC(65, 30) )");

        var tooMany = new MetaData().table("n", column("a", instant(9)));
        assertThatThrownBy(() -> mysql.compile(new CreateTable(tooMany)))
                .hasMessage("Column \"n.a\": Dialect \"mysql\" supports at most 6 digits "
                        + "of fractional seconds, but a type has 9. Declare it with 6 digits or fewer.");
    }

    @Test
    void aDefaultOfNowIsAsPreciseAsItsColumn() {
        var table = new MetaData().table("t", column("a", timestamp(6)).serverDefault("CURRENT_TIMESTAMP"),
                column("b", timestampTz(3)).serverDefault(now()), column("c", TIMESTAMP).serverDefault(now()),
                column("d", timestamp(6)).serverDefault("now() ON UPDATE current_timestamp"),
                column("e", timestamp(6)).serverDefault("'2026-01-01'"));

        assertThat(mysql.compile(new CreateTable(table))).isEqualTo("CREATE TABLE t ( "
                + "a DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6), b DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3), "
                + "c DATETIME DEFAULT (now()), "
                + "d DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), "
                + "e DATETIME(6) DEFAULT '2026-01-01' )");
    }
}
