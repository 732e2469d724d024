package dev.rubedo.dialect.oracle;

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
import dev.rubedo.sql.RowLock;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleDialectTest {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
    private final Column<String> name = column("name", Types.string(50));
    private final Column<Boolean> active = column("active", Types.BOOLEAN);
    private final Table users = metadata.table("users", id, name, active);
    private final Column<Integer> userId = column("user_id", Types.INTEGER);
    private final Table addresses = metadata.table("addresses", userId);
    private final OracleDialect dialect = version("19.3");
    private final OracleDialect newest = new OracleDialect();

    private static OracleDialect version(String version) {
        return new OracleDialect(ServerVersion.of(version));
    }

    @Test
    void whatIsGivenBackGoesIntoOutputParameters() {
        var insert = insertInto(users).values(name, "a").returning(id, name);

        assertThat(dialect.render(insert)).isEqualTo("""
                INSERT INTO users (name) VALUES (?) RETURNING users.id, users.name INTO ?, ?""");
        assertThat(dialect.compile(insert).keyWay()).isEqualTo(KeyWay.OUT_PARAMETERS);
        assertThat(dialect.compile(insert).binds()).hasSize(1);
        assertThat(dialect.render(update(users).set(name, "a").where(id.eq(1)).returning(id))).isEqualTo("""
                UPDATE users SET name=? WHERE users.id = ? RETURNING users.id INTO ?""");
        assertThat(dialect.render(deleteFrom(users).where(id.eq(1)).returning(id))).isEqualTo("""
                DELETE FROM users WHERE users.id = ? RETURNING users.id INTO ?""");
    }

    @Test
    void longIntervalsAreNumbers() {
        assertThat(dialect.render(select(literal(Duration.ofMillis(-500))))).isEqualTo("""
                SELECT INTERVAL '-0.500000' SECOND AS anon_1 FROM DUAL""");
        assertThat(dialect.render(select(literal(Duration.ofHours(5))))).isEqualTo("""
                SELECT NUMTODSINTERVAL(18000, 'SECOND') AS anon_1 FROM DUAL""");
        assertThat(dialect.render(select(literal(Duration.ofSeconds(-200, 1))))).isEqualTo("""
                SELECT NUMTODSINTERVAL(-199.999999999, 'SECOND') AS anon_1 FROM DUAL""");
    }

    @Test
    void monthsEndOnTheirLastDay() {
        var day = column("day", Types.DATE);
        metadata.table("spans", day);

        assertThat(dialect.render(select(day.plus(Period.ofMonths(2))))).isEqualTo("""
                SELECT (spans.day + (ADD_MONTHS(TRUNC(spans.day, 'MM'), ?) + LEAST(EXTRACT(DAY FROM spans.day), \
                EXTRACT(DAY FROM LAST_DAY(ADD_MONTHS(TRUNC(spans.day, 'MM'), ?)))) - 1 - TRUNC(spans.day))) \
                AS plus_months_1 FROM spans""");
        assertThat(dialect.render(select(durationBetween(day, day)))).isEqualTo("""
                SELECT NUMTODSINTERVAL((spans.day - spans.day), 'DAY') AS duration_between_1 FROM spans""");
    }

    @Test
    void aMergeHasOneUpdateAndOneInsertion() {
        var merge = mergeInto(users).using(addresses, id.eq(userId)).whenMatched(name.isNull())
                .update(row -> row.set(name, "a"))
                .whenNotMatched(userId.gt(1)).insert(row -> row.set(id, userId).set(name, "b"));

        assertThat(dialect.render(merge)).isEqualTo("""
                MERGE INTO users USING addresses ON (users.id = addresses.user_id) \
                WHEN MATCHED THEN UPDATE SET name = ? WHERE users.name IS NULL \
                WHEN NOT MATCHED THEN INSERT (id, name) VALUES (addresses.user_id, ?) WHERE addresses.user_id > ?""");
        assertThatThrownBy(() -> dialect.compile(merge.whenMatched().update(row -> row.set(name, "c"))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("one WHEN MATCHED");
        assertThatThrownBy(() -> dialect.compile(mergeInto(users).using(addresses, id.eq(userId)).whenMatched()
                .delete())).isInstanceOf(InvalidStatementException.class);
    }

    @Test
    void partsOfDocumentsAreFunctions() {
        var doc = column("doc", Types.json(Object.class));
        metadata.table("documents", doc);

        assertThat(dialect.render(select(jsonPart(doc, "a", -1)))).isEqualTo("""
                SELECT JSON_QUERY(documents.doc, '$."a"[last]') AS anon_1 FROM documents""");
        assertThat(dialect.render(select(jsonValue(doc, Types.INTEGER, "a", 0)))).isEqualTo("""
                SELECT JSON_VALUE(documents.doc, '$."a"[0]' RETURNING INTEGER ERROR ON ERROR) AS anon_1 \
                FROM documents""");
        assertThatThrownBy(() -> version("11.2").compile(select(jsonPart(doc, "a"))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void severalRowsAreAQueryBefore23() {
        var rows = insertInto(users).rows(List.of("a", "b"), (row, text) -> row.set(name, text));

        assertThat(dialect.render(rows)).isEqualTo("""
                INSERT INTO users (name) SELECT ? FROM DUAL UNION ALL SELECT ? FROM DUAL""");
        assertThat(newest.render(rows)).isEqualTo("INSERT INTO users (name) VALUES (?), (?)");
        assertThatThrownBy(() -> dialect.compile(rows.returning(id))).isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("several rows");
    }

    @Test
    void anUpsertIsAMergeOverAQuery() {
        var upsert = insertInto(users).values(id, 1, name, "a").onConflict(id)
                .doUpdate(row -> row.set(name, row.excluded(name)).where(name.isNotNull()));

        assertThat(dialect.render(upsert)).isEqualTo("""
                MERGE INTO users USING (SELECT ? AS id, ? AS name FROM DUAL) new ON (users.id = new.id) \
                WHEN MATCHED THEN UPDATE SET name = new.name WHERE users.name IS NOT NULL \
                WHEN NOT MATCHED THEN INSERT (id, name) VALUES (new.id, new.name)""");
    }

    @Test
    void anotherNameTakesNoAs() {
        var other = users.as("u");
        var sub = select(id).subquery("s");

        assertThat(dialect.render(select(other.column(id)))).isEqualTo("SELECT u.id FROM users u");
        assertThat(dialect.render(select(sub.column(id)))).isEqualTo("""
                SELECT s.id FROM (SELECT users.id AS id FROM users) s""");
    }

    @Test
    void somethingIsReadBefore23() {
        assertThat(dialect.render(select(literal(1)))).isEqualTo("SELECT 1 AS anon_1 FROM DUAL");
        assertThat(newest.render(select(literal(1)))).isEqualTo("SELECT 1 AS anon_1");
    }

    @Test
    void limitsCameWith12() {
        var query = select(id).orderBy(id).limit(5).offset(10);

        assertThat(dialect.render(query)).isEqualTo("""
                SELECT users.id FROM users ORDER BY users.id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY""");
        assertThatThrownBy(() -> version("11.2").compile(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("no FETCH FIRST, which came with 12.1");
    }

    @Test
    void exceptIsMinusBefore21() {
        var query = select(id).except(select(userId));

        assertThat(dialect.render(query)).isEqualTo("""
                SELECT users.id FROM users MINUS SELECT addresses.user_id FROM addresses""");
        assertThat(version("21.1").render(query)).isEqualTo("""
                SELECT users.id FROM users EXCEPT SELECT addresses.user_id FROM addresses""");
    }

    @Test
    void rowsAreLockedAndThoseOfOthersSkipped() {
        assertThat(dialect.render(select(id).forUpdate(RowLock::skipLocked))).isEqualTo("""
                SELECT users.id FROM users FOR UPDATE SKIP LOCKED""");
        assertThatThrownBy(() -> dialect.compile(select(id).limit(1).forUpdate()))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("cannot lock the rows of a query with a limit");
    }

    @Test
    void anOperationAsConditionIsANumberBefore23() {
        assertThat(new OracleDialect(ServerVersion.of("19")).render(select(id.op("^=", 1).as("other")))).isEqualTo("""
                SELECT CASE WHEN (users.id ^= ?) THEN 1 ELSE 0 END AS other FROM users""");
    }

    @Test
    void truthIsANumberBefore23() {
        var query = select(id.gt(1).as("big")).where(active);

        assertThat(dialect.render(query)).isEqualTo("""
                SELECT CASE WHEN (users.id > ?) THEN 1 ELSE 0 END AS big FROM users WHERE users.active = 1""");
        assertThat(newest.render(query)).isEqualTo("SELECT users.id > ? AS big FROM users WHERE users.active");
    }

    @Test
    void anEmptyConstantIsRefusedSinceItWouldBeNull() {
        assertThatThrownBy(() -> dialect.compile(select(id).where(name.eq(literal("")))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("empty string as NULL");
    }

    @Test
    void aDateSaysThatItIsOne() {
        assertThat(dialect.compileWithValues(select(literal(LocalDate.of(2024, 2, 29))))).isEqualTo("""
                SELECT DATE '2024-02-29' AS anon_1 FROM DUAL""");
    }

    @Test
    void nullsAreToldApartByDecode() {
        assertThat(dialect.render(select(id).where(name.isDistinctFrom("a")))).isEqualTo("""
                SELECT users.id FROM users WHERE DECODE(users.name, ?, 0, 1) = 1""");
    }

    @Test
    void namesGrewIn122AndNoBareOneBeginsWithAnUnderscore() {
        Column<Integer> hidden = column("_hidden", Types.INTEGER);
        Column<Integer> level = column("level", Types.INTEGER);
        metadata.table("t", hidden, level);

        assertThat(dialect.render(select(hidden, level))).isEqualTo("SELECT t.\"_hidden\", t.\"level\" FROM t");
        assertThat(version("12.1").traits().maximumIdentifierLength()).isEqualTo(30);
        assertThat(version("12.2").traits().maximumIdentifierLength()).isEqualTo(128);
    }

    @Test
    void tablesHaveIdentitiesAndLengthsInCharacters() {
        assertThat(dialect.compile(new CreateTable(users))).isEqualTo("""
                CREATE TABLE users ( id INTEGER GENERATED BY DEFAULT AS IDENTITY, name VARCHAR2(50 CHAR), \
                active NUMBER(1), PRIMARY KEY (id) )""");
    }

    @Test
    void documentsAreTextsBefore21() {
        assertThat(version("19.3").typeName(Types.json(List.class))).isEqualTo("CLOB");
        assertThat(version("21.3").typeName(Types.json(List.class))).isEqualTo("JSON");
    }

    @Test
    void veryOldVersionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> version("10.2")).withMessageContaining("before 11.2");
    }

    @Test
    void wholeDivisionsAreCutOff() {
        assertThat(dialect.render(select(id.dividedBy(2).as("half"), id.modulo(2).as("rest")))).isEqualTo("""
                SELECT TRUNC(users.id / ?) AS half, MOD(users.id, ?) AS rest FROM users""");
    }

    @Test
    void anUpdateReadsOtherTablesSince23() {
        var update = update(users).set(name, "a").where(id.eq(userId));

        assertThatThrownBy(() -> dialect.compile(update)).isInstanceOf(UnsupportedFeatureException.class);
        assertThat(newest.render(update)).isEqualTo("""
                UPDATE users SET name=? FROM addresses WHERE users.id = addresses.user_id""");
        assertThat(addresses.columns()).hasSize(1);
    }

    /** Parameters are other ones at each place (ORA-00979); GROUP BY takes names since 23. */
    @Test
    void anExpressionWithValuesIsWrittenOnceInAQueryWithGroups() {
        var called = coalesce(name, "none");
        var query = select(called.as("called"), count(id)).groupBy(called).having(called.ne("x")).orderBy(called);

        assertThat(dialect.render(query)).isEqualTo("""
                SELECT min(coalesce(users.name, ?)) AS called, count(users.id) AS count_1 FROM users \
                GROUP BY coalesce(users.name, ?) HAVING min(coalesce(users.name, ?)) != ? ORDER BY 1""");
        assertThat(newest.render(query)).isEqualTo("""
                SELECT coalesce(users.name, ?) AS called, count(users.id) AS count_1 FROM users \
                GROUP BY called HAVING min(coalesce(users.name, ?)) != ? ORDER BY called""");
        assertThat(dialect.render(select(called).distinct().orderBy(called))).isEqualTo("""
                SELECT DISTINCT coalesce(users.name, ?) AS coalesce_1 FROM users ORDER BY 1""");
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
    void alternativeQuotesHoldNoParametersAndCommentsDoNotNest() {
        assertThat(dialect.render(text("select q'[it's :a]', nq'{:b}', Q'!:c!', \":d\" from dual where 1 = :id")
                .bind("id", 1))).isEqualTo(
                        "select q'[it's :a]', nq'{:b}', Q'!:c!', \":d\" from dual where 1 = ?");
        assertThat(dialect.render(text("select 1 /* /* :a */ + :b from dual").bind("b", 1)))
                .isEqualTo("select 1 /* /* :a */ + ? from dual");
        assertThatThrownBy(() -> dialect.render(text("select q'[it's :a, it's]' from dual").bind("a", 1)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("is inside quotes or a comment");
    }

    @Test
    void everyReservedWordIsQuoted() {
        for (var word : List.of("access", "comment", "connect", "from", "grant", "number", "of", "rows", "select",
                "user",
                "with")) {
            Column<Integer> reserved = column(word, Types.INTEGER);
            new MetaData().table("t", reserved);

            assertThat(dialect.render(select(reserved))).isEqualTo("SELECT t.\"" + word + "\" FROM t");
        }
    }

    @Test
    void sequencesAreOrderedAndChecksDeferred() {
        assertThat(dialect.compile(new dev.rubedo.schema.CreateSequence(
                dev.rubedo.schema.Sequence.of("s").from(5, 2).ordered(), false)))
                .isEqualTo("CREATE SEQUENCE s INCREMENT BY 2 START WITH 5 ORDER");
        assertThat(dialect.compile(new CreateTable(new MetaData().table("t", column("a", Types.INTEGER),
                dev.rubedo.schema.CheckConstraint.of("a > 0").deferrable(dev.rubedo.schema.Deferrability.DEFERRABLE)))))
                .isEqualTo("CREATE TABLE t ( a INTEGER, CHECK (a > 0) DEFERRABLE )");
    }

    @Test
    void typesHaveTheirOptions() {
        assertThat(dialect.typeName(Types.interval(3, 2))).isEqualTo("INTERVAL DAY(3) TO SECOND(2)");
        assertThat(dialect.typeName(Types.nchar(3))).isEqualTo("NCHAR(3)");
        assertThat(dialect.typeName(Types.floating(24))).isEqualTo("FLOAT(24)");
        assertThatThrownBy(() -> dialect.typeName(Types.TIME_TZ))
                .isInstanceOf(dev.rubedo.compile.UnsupportedFeatureException.class);
    }

    @Test
    void materializedViewsAreRefreshedByAProcedure() {
        var metadata = new MetaData();
        var table = metadata.table("t", column("a", Types.INTEGER));
        var stored = metadata.table("m", dev.rubedo.schema.ViewDefinition.of(select(table)).materialized());

        assertThat(dialect.compile(new dev.rubedo.schema.CreateView(stored)))
                .isEqualTo("CREATE MATERIALIZED VIEW m AS SELECT t.a FROM t");
        assertThat(dialect.compile(new dev.rubedo.schema.RefreshView(stored, false)))
                .isEqualTo("BEGIN DBMS_MVIEW.REFRESH('m'); END;");
    }

    @Test
    void identitiesHaveAllOptions() {
        var id = column("id", Types.INTEGER).identity(
                new dev.rubedo.schema.Identity(false, 5, 2).between(1L, 99L).caching(20).cycling().onNull());

        assertThat(dialect.compile(new CreateTable(new MetaData().table("t", id)))).isEqualTo("""
                CREATE TABLE t ( id INTEGER GENERATED BY DEFAULT ON NULL AS IDENTITY \
                (INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 99 CACHE 20 CYCLE) )""");
    }
}
