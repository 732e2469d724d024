package dev.rubedo.dialect.sqlserver;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.TextClause;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlServerDialectTest {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
    private final Column<String> name = column("name", Types.string(50));
    private final Column<Boolean> active = column("active", Types.BOOLEAN);
    private final Table users = metadata.table("users", id, name, active);
    private final Column<Integer> addressId = column("id", Types.INTEGER).primaryKey();
    private final Column<Integer> userId = column("user_id", Types.INTEGER);
    private final Table addresses = metadata.table("addresses", addressId, userId);
    private final SqlServerDialect dialect = new SqlServerDialect();

    private static SqlServerDialect version(String version) {
        return new SqlServerDialect(ServerVersion.of(version));
    }

    @Test
    void combinedQueriesAreOrderedByTheirColumnsOnly() {
        var number = column("number", Types.INTEGER);
        new MetaData().table("numbers", number);
        var both = select(number).union(select(number));
        var dialect = new SqlServerDialect();

        assertThat(dialect.render(both.orderBy(number.desc().nullsLast()))).endsWith("ORDER BY number DESC");
        assertThatThrownBy(() -> dialect.render(both.orderBy(number.desc().nullsFirst())))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("columns only");
    }

    @Test
    void bitsAreNumbersWhereTheyAreCompared() {
        var flag = column("flag", Types.BOOLEAN);
        new MetaData().table("flags", flag);

        assertThat(new SqlServerDialect().render(select(min(flag), max(flag).filter(flag.isNotNull())))).isEqualTo("""
                SELECT min(CAST(flags.flag AS SMALLINT)) AS min_1, max(CASE WHEN (flags.flag IS NOT NULL) THEN \
                CAST(flags.flag AS SMALLINT) END) AS anon_1 FROM flags""");
    }

    @Test
    void whatIsGivenBackStandsAfterTheColumns() {
        assertThat(dialect.render(insertInto(users).values(name, "a").returning(id, name))).isEqualTo("""
                INSERT INTO users (name) OUTPUT inserted.id, inserted.name VALUES (?)""");
        assertThat(dialect.render(update(users).set(name, "a").where(id.eq(1)).returning(id))).isEqualTo("""
                UPDATE users SET name=? OUTPUT inserted.id WHERE users.id = ?""");
        assertThat(dialect.render(deleteFrom(users).where(id.eq(1)).returning(id))).isEqualTo("""
                DELETE FROM users OUTPUT deleted.id WHERE users.id = ?""");
        assertThat(dialect.render(insertInto(users).returning(id))).isEqualTo("""
                INSERT INTO users OUTPUT inserted.id DEFAULT VALUES""");
    }

    @Test
    void columnsOfOtherTablesKeepTheirNamesInOutput() {
        var update = update(users).set(name, "a").where(id.eq(userId)).returning(id, userId);

        assertThat(dialect.render(update)).isEqualTo("""
                UPDATE users SET name=? OUTPUT inserted.id, addresses.user_id FROM users, addresses \
                WHERE users.id = addresses.user_id""");
        assertThat(dialect.compile(update).keyWay()).isEqualTo(KeyWay.RETURNING);
    }

    @Test
    void aDeleteReadsOtherTablesByASecondFrom() {
        assertThat(dialect.render(deleteFrom(addresses).where(userId.eq(id)))).isEqualTo("""
                DELETE FROM addresses FROM addresses, users WHERE addresses.user_id = users.id""");
    }

    @Test
    void severalRowsAreOneListOfAThousandAtMost() {
        var rows = insertInto(users).rows(List.of("a", "b"), (row, text) -> row.set(name, text));

        assertThat(dialect.render(rows)).isEqualTo("INSERT INTO users (name) VALUES (?), (?)");
        var many = insertInto(users).rows(Collections.nCopies(1001, "a"), (row, text) -> row.set(name, text));
        assertThatThrownBy(() -> dialect.compile(many)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("1000 rows in one INSERT, got 1001");
    }

    @Test
    void anUpsertIsAMergeThatEndsWithASemicolon() {
        var upsert = insertInto(users).values(id, 1, name, "a").onConflict(id)
                .doUpdate(row -> row.set(name, row.excluded(name)).where(name.isNotNull()));

        assertThat(dialect.render(upsert.returning(id))).isEqualTo("""
                SET IDENTITY_INSERT users ON; \
                MERGE INTO users WITH (HOLDLOCK) USING (VALUES (?, ?)) AS new (id, name) ON users.id = new.id \
                WHEN MATCHED AND (users.name IS NOT NULL) THEN UPDATE SET name = new.name \
                WHEN NOT MATCHED THEN INSERT (id, name) VALUES (new.id, new.name) OUTPUT inserted.id; \
                SET IDENTITY_INSERT users OFF""");
    }

    @Test
    void integersAreWidenedBeforeTheyAreAdded() {
        assertThat(dialect.render(select(sum(id), sum(id).over(), avg(id), sum(id, Types.INTEGER))))
                .isEqualTo("""
                        SELECT sum(CAST(users.id AS BIGINT)) AS sum_1, \
                        sum(CAST(users.id AS BIGINT)) OVER () AS anon_1, \
                        avg(CAST(users.id AS NUMERIC(38, 10))) AS avg_1, sum(users.id) AS sum_2 FROM users""");
    }

    @Test
    void sumsOfIntegersAsFloatingNumbersAreComputedInThem() {
        assertThat(dialect.render(select(sum(id, Types.DOUBLE)))).startsWith("SELECT sum(CAST(users.id AS ")
                .doesNotContain("BIGINT");
    }

    @Test
    void optionsOfATableComeInTheOrderOfTheGrammar() {
        var table = new MetaData().table("t", column("id", Types.INTEGER),
                TableOption.of("mssql", "data_compression", "page"),
                TableOption.of("mssql", "textimage_on", "big"), TableOption.of("mssql", "filegroup", "fast"));

        assertThat(dialect.render(new CreateTable(table)))
                .endsWith(") ON fast TEXTIMAGE_ON big WITH (DATA_COMPRESSION = PAGE)");
    }

    @Test
    void aTableIsInAFilegroupOrPartitioned() {
        var table = new MetaData().table("t", column("id", Types.INTEGER), TableOption.of("mssql", "filegroup", "fast"),
                TableOption.of("mssql", "partition_scheme", "years(id)"));

        assertThatThrownBy(() -> dialect.render(new CreateTable(table))).isInstanceOf(InvalidStatementException.class)
                .hasMessage("Of the options filegroup (\"fast\") and partition_scheme (\"years(id)\"), table \"t\" "
                        + "can have only one. Remove the other one.");
    }

    @Test
    void aLimitStandsBeforeTheColumnsAndAnOffsetBehindTheOrder() {
        assertThat(dialect.render(select(id).distinct().limit(5)))
                .isEqualTo("SELECT DISTINCT TOP (?) users.id FROM users");
        assertThat(dialect.render(select(id).orderBy(id).limit(5).offset(10))).isEqualTo("""
                SELECT users.id FROM users ORDER BY users.id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY""");
        assertThatThrownBy(() -> dialect.compile(select(id).offset(10))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("requires an order to skip rows");
    }

    @Test
    void pointsInTimeMoveInPartsThatFitIntoAnInteger() {
        var day = column("day", Types.DATE);
        var at = column("at", Types.TIMESTAMP);
        metadata.table("spans", day, at);

        assertThat(dialect.render(select(at.plus(Duration.ofHours(1))))).isEqualTo("""
                SELECT DATEADD(MICROSECOND, (DATEPART(MICROSECOND, ?) % 1000), DATEADD(MILLISECOND, \
                DATEDIFF(MILLISECOND, CAST(? AS DATE), ?), DATEADD(DAY, DATEDIFF(DAY, '1970-01-01', ?), \
                spans.at))) AS anon_1 FROM spans""");
        assertThat(dialect.render(select(day.plus(Period.ofMonths(2))))).isEqualTo("""
                SELECT DATEADD(MONTH, ?, spans.day) AS plus_months_1 FROM spans""");
        assertThat(dialect.render(select(daysBetween(day, day)))).isEqualTo("""
                SELECT DATEDIFF(DAY, spans.day, spans.day) AS days_between_1 FROM spans""");
    }

    @Test
    void aMergeEndsWithASemicolon() {
        var merge = mergeInto(users).using(addresses, id.eq(userId)).whenMatched(name.isNull()).delete()
                .whenMatched().update(row -> row.set(name, "a"))
                .whenNotMatched().insert(row -> row.set(id, userId).set(name, "b"))
                .whenNotMatchedBySource().delete().returning(id);

        assertThat(dialect.render(merge)).isEqualTo("""
                MERGE INTO users USING addresses ON users.id = addresses.user_id \
                WHEN MATCHED AND (users.name IS NULL) THEN DELETE WHEN MATCHED THEN UPDATE SET name = ? \
                WHEN NOT MATCHED THEN INSERT (id, name) VALUES (addresses.user_id, ?) \
                WHEN NOT MATCHED BY SOURCE THEN DELETE OUTPUT inserted.id;""");
    }

    @Test
    void theLimitOfAUnionNeedsItsOrder() {
        var union = select(id).union(select(userId)).orderBy(id).limit(3);

        assertThat(dialect.render(union)).isEqualTo("""
                SELECT users.id FROM users UNION SELECT addresses.user_id FROM addresses \
                ORDER BY id OFFSET 0 ROWS FETCH FIRST ? ROWS ONLY""");
    }

    @Test
    void anOrderInsideOfAnotherQueryIsLeftOutUnlessItDecidesWhichRowsCome() {
        var plain = select(id).orderBy(id).subquery("s");
        var limited = select(id).orderBy(id).limit(2).subquery("s");

        assertThat(dialect.render(select(plain.column(id)))).isEqualTo("""
                SELECT s.id FROM (SELECT users.id AS id FROM users) AS s""");
        assertThat(dialect.render(select(limited.column(id)))).isEqualTo("""
                SELECT s.id FROM (SELECT TOP (?) users.id AS id FROM users ORDER BY users.id) AS s""");
    }

    @Test
    void locksAreHintsBehindTheTablesThatAreRead() {
        assertThat(dialect.render(select(id).forUpdate())).isEqualTo("""
                SELECT users.id FROM users WITH (UPDLOCK, ROWLOCK)""");
        assertThat(dialect.render(select(id).forUpdate(RowLock::skipLocked))).isEqualTo("""
                SELECT users.id FROM users WITH (UPDLOCK, ROWLOCK, READPAST)""");
        assertThat(dialect.render(select(id).forShare(RowLock::noWait))).isEqualTo("""
                SELECT users.id FROM users WITH (REPEATABLEREAD, ROWLOCK, NOWAIT)""");
        assertThat(dialect.render(select(id, userId).where(id.eq(userId)).forUpdate(lock -> lock.of(addresses))))
                .isEqualTo("""
                SELECT users.id, addresses.user_id FROM users, addresses WITH (UPDLOCK, ROWLOCK) \
                WHERE users.id = addresses.user_id""");
        assertThatThrownBy(() -> dialect.compile(select(id).forUpdate(RowLock::keysFree)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void aHintOfTheUserStandsBehindTheUpdatedTable() {
        var hint = new TextClause(CustomClause.Place.AFTER_TABLE, "WITH (ROWLOCK)", "mssql");

        assertThat(dialect.render(update(users).set(name, "a").clauses(hint))).isEqualTo("""
                UPDATE users WITH (ROWLOCK) SET name=?""");
    }

    @Test
    void textIsUnicodeAndJoinedByPlus() {
        assertThat(dialect.compileWithValues(select(name.concat("é"), literal("it's")))).isEqualTo("""
                SELECT users.name + N'é' AS anon_1, N'it''s' AS anon_2 FROM users""");
    }

    @Test
    void operationsAndSearchesAsConditionsAreNumbersWhereTheyAreSelected() {
        assertThat(dialect.compileWithValues(select(id.op("!<", 1).as("big"), condition(match(name, "a"))))).isEqualTo("""
                SELECT CASE WHEN (users.id !< 1) THEN 1 ELSE 0 END AS big, \
                CASE WHEN (CONTAINS (users.name, N'a')) THEN 1 ELSE 0 END AS full_text_match_1 FROM users""");
    }

    @Test
    void bitsStandForTruth() {
        assertThat(dialect.compileWithValues(select(id, id.gt(1).as("big")).where(active))).isEqualTo(
                """
                SELECT users.id, CASE WHEN (users.id > 1) THEN 1 ELSE 0 END AS big FROM users WHERE users.active = 1""");
    }

    @Test
    void nullsAreToldApartByWordsSince2022() {
        var query = select(id).where(name.isDistinctFrom("a"));

        assertThat(version("2022").render(query)).isEqualTo("""
                SELECT users.id FROM users WHERE users.name IS DISTINCT FROM ?""");
        assertThat(version("13.0").render(query)).isEqualTo("""
                SELECT users.id FROM users WHERE NOT EXISTS (SELECT users.name INTERSECT SELECT ?)""");
    }

    @Test
    void recursionIsNotAnnounced() {
        var tree = select(id).cte("c");

        assertThat(dialect.render(select(tree.column(id)))).isEqualTo("""
                WITH c AS (SELECT users.id AS id FROM users) SELECT c.id FROM c""");
    }

    @Test
    void reservedWordsAndOtherNamesStandInBrackets() {
        Column<Integer> order = column("order", Types.INTEGER);
        Column<Integer> odd = column("a]b", Types.INTEGER);
        metadata.table("user", order, odd);

        assertThat(dialect.render(select(order, odd))).isEqualTo("SELECT [user].[order], [user].[a]]b] FROM [user]");
    }

    @Test
    void tablesHaveIdentitiesAndSayWhetherTheyTakeNull() {
        assertThat(dialect.compile(new CreateTable(users))).isEqualTo("""
                CREATE TABLE users ( id INTEGER NOT NULL IDENTITY(1,1), name NVARCHAR(50) NULL, active BIT NULL, \
                PRIMARY KEY (id) )""");
    }

    @Test
    void versionsAreYearsOrNumbers() {
        assertThat(version("2016").version()).isEqualTo(ServerVersion.of(13, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> version("10.50")).withMessageContaining("before 2012");
        var texts = select(stringAgg(name, ","));
        assertThat(version("2017").render(texts))
                .isEqualTo("SELECT STRING_AGG(users.name, N',') AS aggregate_strings_1 FROM users");
        assertThatThrownBy(() -> version("2016").compile(texts)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("STRING_AGG");
    }

    @Test
    void wildcardsOfSetsAreEscapedWithTheOthers() {
        assertThat(dialect.render(select(id).where(name.contains("50%")))).isEqualTo(
                """
                SELECT users.id FROM users WHERE (users.name LIKE N'%' + REPLACE(?, N'[', N'/[') + N'%' ESCAPE N'/')""");
    }

    /** Parameters are other ones at each place, and GROUP BY takes neither positions nor names (error 8120). */
    @Test
    void anExpressionWithValuesIsWrittenOnceAndAnAggregateOfItElsewhere() {
        var called = coalesce(name, "none");

        assertThat(dialect.render(select(called.as("called"), count(id)).groupBy(called).having(called.ne("x"))
                .orderBy(called))).isEqualTo("""
                        SELECT min(coalesce(users.name, ?)) AS called, count(users.id) AS count_1 FROM users \
                        GROUP BY coalesce(users.name, ?) HAVING min(coalesce(users.name, ?)) != ? ORDER BY 1""");
        assertThat(dialect.render(select(called.concat("!"), max(called)).groupBy(called))).isEqualTo("""
                SELECT min(coalesce(users.name, ?)) + ? AS anon_1, max(coalesce(users.name, ?)) AS max_1 FROM users \
                GROUP BY coalesce(users.name, ?)""");
        assertThat(dialect.render(select(called).distinct().orderBy(called))).isEqualTo("""
                SELECT DISTINCT coalesce(users.name, ?) AS coalesce_1 FROM users ORDER BY 1""");
        assertThat(dialect.render(select(count(id)).groupBy(called))).isEqualTo("""
                SELECT count(users.id) AS count_1 FROM users GROUP BY coalesce(users.name, ?)""");
    }

    @Test
    void anExpressionWithoutValuesIsKnownByItsText() {
        var upper = func("upper", Types.string(50), name);

        assertThat(dialect.render(select(upper, count(id)).groupBy(upper).having(upper.ne("x")).orderBy(upper)))
                .isEqualTo("""
                        SELECT upper(users.name) AS upper_1, count(users.id) AS count_1 FROM users \
                        GROUP BY upper(users.name) HAVING upper(users.name) != ? ORDER BY upper(users.name)""");
    }

    @Test
    void groupsOfGroupsOfValuesAreRefusedWhereTheirPartsAreSelected() {
        var called = coalesce(name, "none");

        assertThat(dialect.render(select(count(id)).groupBy(func("rollup", Types.string(50), called)))).isEqualTo("""
                SELECT count(users.id) AS count_1 FROM users GROUP BY ROLLUP(coalesce(users.name, ?))""");
        assertThatThrownBy(
                () -> dialect.render(select(called, count(id)).groupBy(func("rollup", Types.string(50), called))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("Compute it in a subquery");
    }

    @Test
    void namesInBracketsAndNestedCommentsHoldNoParameters() {
        assertThat(dialect.render(text("select [it's :a], \":b\", ':c' /* /* :d */ :e */ -- :f\n where id = :id")
                .bind("id", 1))).isEqualTo("select [it's :a], \":b\", ':c' /* /* :d */ :e */ -- :f\n where id = ?");
        assertThat(dialect.render(text("select '\\' + :a, `:b, q'[:c]'").bind("a", "x").bind("b", "y"))).isEqualTo(
                "select '\\' + ?, `?, q'[:c]'");
        assertThatThrownBy(() -> dialect.render(text("select [:a]").bind("a", 1)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("is inside quotes or a comment");
    }

    @Test
    void keysAreClustered() {
        var table = new MetaData().table("t", column("a", Types.INTEGER), column("b", Types.INTEGER),
                dev.rubedo.schema.PrimaryKey.on("a").option("mssql", "clustered", "false"),
                dev.rubedo.schema.UniqueConstraint.on("b").option("mssql", "clustered", "true"));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("""
                CREATE TABLE t ( a INTEGER NOT NULL IDENTITY(1,1), b INTEGER NULL, PRIMARY KEY NONCLUSTERED (a), \
                UNIQUE CLUSTERED (b) )""");
    }

    @Test
    void booleansAreChecked() {
        var table = new MetaData().table("t", column("a b", Types.checkedBoolean()), column("c", Types.floating(24)));

        assertThat(dialect.compile(new CreateTable(table))).isEqualTo("""
                CREATE TABLE t ( [a b] BIT NULL, c FLOAT(24) NULL, CHECK ([a b] IN (0, 1)) )""");

        var shared = new MetaData().table("t", column("a", Types.checkedBoolean("flag")),
                column("b", Types.checkedBoolean("flag")), column("c", Types.checkedBoolean("other")));
        assertThat(dialect.compile(new CreateTable(shared))).isEqualTo("""
                CREATE TABLE t ( a BIT NULL, b BIT NULL, c BIT NULL, CONSTRAINT flag_a CHECK (a IN (0, 1)), \
                CONSTRAINT flag_b CHECK (b IN (0, 1)), CONSTRAINT other CHECK (c IN (0, 1)) )""");
    }

    @Test
    void insertsWriteTheHintsOfTheirTable() {
        var hint = dev.rubedo.sql.TableHint.of(users, "WITH (TABLOCK)", "mssql");
        var other = dev.rubedo.sql.TableHint.of(users, "PARTITION (p)", "mysql");
        var insert = insertInto(users).values(id, 1, name, "a");

        assertThat(dialect.compile(insertInto(users).fromSelect(select(name), name).clauses(hint, other)).sql())
                .isEqualTo("INSERT INTO users WITH (TABLOCK) (name) SELECT users.name FROM users");
        var merge = dev.rubedo.sql.Sql.mergeInto(users).using(users.as("n"), users.as("n").column(id).eq(id));
        assertThat(dialect.compile(merge.whenMatched().delete().clauses(hint, other)).sql()).isEqualTo("""
                MERGE INTO users WITH (TABLOCK) USING users AS n ON n.id = users.id WHEN MATCHED THEN DELETE;""");
        assertThatThrownBy(
                () -> dialect.compile(insert.clauses(dev.rubedo.sql.TableHint.of(users.as("u"), "X", "mssql"))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("is for a table that is not in the FROM");
        assertThat(dialect.compile(insert.onConflict(id).doNothing().clauses(other)).sql()).contains("WITH (HOLDLOCK)");
        assertThatThrownBy(() -> dialect.compile(insert.onConflict(id).doNothing().clauses(hint)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("The upsert into \"users\" is a MERGE on \"mssql\", which takes no hint of the "
                        + "table: ");
    }

    @Test
    void viewsAreAlteredAndTablesSelectedInto() {
        var view = new MetaData().table("v", dev.rubedo.schema.ViewDefinition.of(select(id)));

        assertThat(dialect.compile(new dev.rubedo.schema.CreateView(view, true, false)))
                .isEqualTo("CREATE OR ALTER VIEW v AS SELECT users.id FROM users");
        assertThat(dialect.compile(dev.rubedo.schema.CreateTableAs.of("c", new MetaData(), select(id))))
                .isEqualTo("SELECT * INTO c FROM (SELECT users.id FROM users) AS made");
        assertThatThrownBy(() -> version("2014").compile(new dev.rubedo.schema.CreateView(view, true, false)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }
}
