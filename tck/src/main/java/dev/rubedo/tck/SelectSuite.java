package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableSample;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Selecting from one table: conditions, order, limits, expressions, reading of rows. */
public abstract class SelectSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void aStatementIsExplainedWithItsValues() {
        var tall = select(shop.users.id).where(shop.users.age.gt(20)).cte("tall");
        var explained = connection.all(select(tall).where(tall.column(shop.users.id).in(1L, 2L)).explain());

        assertThat(explained).isNotEmpty();
        assertThat(connection.all(update(shop.users).set(shop.users.age, 1).where(shop.users.id.eq(1L)).explain()))
                .isNotEmpty();
        assertThat(connection.one(select(shop.users.age).where(shop.users.id.eq(1L)))).isNotEqualTo(1);
    }

    @DatabaseTest(requires = Feature.EXPLAIN_ANALYZE)
    void anAnalyzedStatementIsExecuted() {
        assertThat(connection.all(select(shop.users).explainAnalyze())).isNotEmpty();
        assertThatThrownBy(() -> select(shop.users).explain().explain()).isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest(requires = Feature.TABLE_SAMPLE)
    void aSampleIsAPartOfATable() {
        var alias = shop.users.as("some");

        assertThat(connection.all(select(shop.users.id).clauses(TableSample.bernoulli(shop.users, 100)))).hasSize(4);
        assertThat(connection.all(select(alias.column(shop.users.id)).clauses(TableSample.system(alias, 0)))).isEmpty();
        var half = select(shop.users.id).clauses(TableSample.bernoulli(shop.users, 50).repeatable(7));
        assertThat(connection.all(half)).isEqualTo(connection.all(half));
        assertThatThrownBy(() -> connection.all(select(shop.orders.id).clauses(TableSample.system(alias, 5))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("not in the FROM");
    }

    @DatabaseTest
    void columnsAreNamedInTheStyleOfTheQuery(Engine engine) {
        var query = select(shop.users.id, shop.orders.id, shop.users.id).join(shop.orders)
                .where(shop.orders.id.eq(1L));
        var dialect = engine.dialect();

        assertThat(connection.execute(query).names()).containsExactly("id", "id_1", "id__1");
        var long1 = query.labelStyle(LabelStyle.TABLE_AND_COLUMN);
        assertThat(connection.execute(long1).names()).containsExactly("users_id", "orders_id", "users_id__1");
        var row = connection.one(long1);
        assertThat(row.get("users_id")).isEqualTo(row.get(shop.users.id)).isEqualTo(row.get(3));
        assertThat(row.get("orders_id")).isEqualTo(row.get(shop.orders.id)).isEqualTo(1L);
        var none = query.labelStyle(LabelStyle.NONE);
        assertThat(none.sql(dialect)).startsWith("SELECT users.id, orders.id, users.id FROM ");
        assertThat(connection.one(none).get(2)).isEqualTo(1L);
        assertThatThrownBy(() -> connection.one(none).get("id")).isInstanceOf(AmbiguousColumnException.class);
        var inner = long1.subquery("s");
        assertThat(connection.one(select(inner.column("orders_id", Long.class), inner.column(shop.users.id))
                .where(inner.column("orders_id", Long.class).eq(1L))).get(1)).isEqualTo(1L);
        var boss = shop.users.as("boss");
        assertThat(select(boss.column(shop.users.id)).labelStyle(LabelStyle.TABLE_AND_COLUMN).sql(dialect))
                .startsWith("SELECT boss.id AS boss_id FROM ");
    }

    @DatabaseTest
    void aHintIsWrittenAfterItsTable(Engine engine) {
        var query = select(shop.users.id).join(shop.orders).where(shop.orders.id.eq(1L))
                .clauses(TableHint.of(shop.users, "NOT INDEXED", "sqlite"),
                        TableHint.of(shop.orders, "IGNORE INDEX (PRIMARY)", "mariadb"));

        assertThat(connection.all(query)).hasSize(1);
        assertThat(query.sql(engine.dialect())).satisfies(sql -> assertThat(sql.contains("users NOT INDEXED JOIN"))
                .isEqualTo(engine.dialect().name().equals("sqlite")));
        assertThat(query.sql(engine.dialect()).contains("orders IGNORE INDEX (PRIMARY) ON"))
                .isEqualTo(engine.dialect().name().equals("mariadb"));
    }

    @DatabaseTest
    void deepNestingWorksOrIsRefusedClearly(Engine engine) {
        for (int depth : List.of(100, 1_000, 3_000)) {
            Expression<Long> nested = shop.users.id;
            for (int i = 0; i < depth; i++) {
                nested = caseWhen(shop.users.id.eq(-1L), 0L).otherwise(nested);
            }
            var query = select(nested).where(shop.users.id.eq(1L));
            try (var other = engine.connect()) {
                assertThat(other.all(query)).containsExactly(1L);
            } catch (RubedoException refused) {
                assertThat(depth).isGreaterThan(100);
            }
            int answer = engine.fromTransaction(each -> each.one(select(literal(depth))));
            assertThat(answer).isEqualTo(depth);
        }
    }

    @DatabaseTest
    void everyWordCanBeTheNameOfAColumnATableAndWhatStandsForThem() {
        var refused = new ArrayList<String>();
        for (var word : Words.ALL) {
            var inner = select(literal(1).as(word)).subquery(word);
            var source = select(literal(1).as(word)).cte(word);
            var unknown = new MetaData().table(word, column(word, Types.INTEGER));
            if (!isUnderstood(select(inner.column(word, Integer.class)).orderBy(inner.column(word, Integer.class)))) {
                refused.add("column " + word);
            }
            if (!isUnderstood(select(source.column(word, Integer.class)))) {
                refused.add("WITH " + word);
            }
            if (!isUnderstood(select(unknown.column(word)))) {
                refused.add("table " + word);
            }
            if (!isUnderstood(insertInto(unknown).values(unknown.column(word), 1))) {
                refused.add("INSERT INTO " + word);
            }
            if (!isMade(new MetaData().table(word, column(word, Types.INTEGER), TableOption.prefix("TEMPORARY")))) {
                refused.add("CREATE TABLE " + word);
            }
        }

        assertThat(refused).isEmpty();
    }

    private boolean isMade(Table table) {
        try {
            connection.execute(new CreateTable(table));
            connection.execute(new DropTable(table));
            return true;
        } catch (DatabaseException e) {
            connection.rollback();
            return false;
        }
    }

    /** Returns whether the database accepts the syntax; a missing table is not a syntax error. */
    private boolean isUnderstood(Statement<?> statement) {
        try {
            connection.execute(statement).close();
            return true;
        } catch (DatabaseException e) {
            connection.rollback();
            return !String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("syntax");
        }
    }

    @DatabaseTest
    void comparisonsFindWhatJavaFinds() {
        assertThat(names(shop.users.age.eq(25))).containsExactly("Cleo");
        assertThat(names(shop.users.age.ne(25))).containsExactly("Ada", "Ben");
        assertThat(names(shop.users.age.lt(25))).containsExactly("Ben");
        assertThat(names(shop.users.age.le(25))).containsExactly("Ben", "Cleo");
        assertThat(names(shop.users.age.gt(25))).containsExactly("Ada");
        assertThat(names(shop.users.age.ge(25))).containsExactly("Ada", "Cleo");
        assertThat(names(shop.users.age.between(17, 25))).containsExactly("Ben", "Cleo");
    }

    @DatabaseTest
    void nullIsFoundByIsNullAndByAComparisonWithANullVariable() {
        Integer nothing = null;

        assertThat(names(shop.users.age.isNull())).containsExactly("Dan");
        assertThat(names(shop.users.age.isNotNull())).containsExactly("Ada", "Ben", "Cleo");
        assertThat(names(shop.users.age.eq(nothing))).containsExactly("Dan");
        assertThat(names(shop.users.age.ne(nothing))).containsExactly("Ada", "Ben", "Cleo");
    }

    @DatabaseTest
    void isDistinctFromTreatsNullAsAValue() {
        assertThat(names(shop.users.age.isDistinctFrom(25))).containsExactly("Ada", "Ben", "Dan");
        assertThat(names(shop.users.age.isNotDistinctFrom(25))).containsExactly("Cleo");
    }

    @DatabaseTest
    void conditionsCombine() {
        Condition young = shop.users.age.lt(20);
        Condition old = shop.users.age.gt(30);

        assertThat(names(young.or(old))).containsExactly("Ada", "Ben");
        assertThat(names(or(young, old).and(shop.users.name.eq("Ada")))).containsExactly("Ada");
        assertThat(names(not(young.or(old)))).containsExactly("Cleo");
        assertThat(names(noCondition())).hasSize(4);
    }

    @DatabaseTest
    void membershipInValuesInNoneAndInASubquery() {
        assertThat(names(shop.users.name.in("Ada", "Dan", "Zoe"))).containsExactly("Ada", "Dan");
        assertThat(names(shop.users.name.notIn("Ada", "Dan"))).containsExactly("Ben", "Cleo");
        assertThat(names(shop.users.name.in(List.of()))).isEmpty();
        assertThat(names(shop.users.name.notIn(List.of()))).hasSize(4);
        assertThat(names(shop.users.id.in(select(shop.addresses.userId)))).containsExactly("Ada", "Ben");
    }

    @DatabaseTest
    void likeTakesPatternsAndTheOthersTakeTextAsItIs() {
        assertThat(names(shop.users.name.like("_e%"))).containsExactly("Ben");
        assertThat(names(shop.users.name.notLike("%a%"))).contains("Ben", "Cleo");
        assertThat(names(shop.users.name.startsWith("Cl"))).containsExactly("Cleo");
        assertThat(names(shop.users.name.endsWith("o"))).containsExactly("Cleo");
        assertThat(names(shop.users.email.contains("%_"))).containsExactly("Dan");
        assertThat(names(shop.users.email.startsWith("100%"))).containsExactly("Dan");
        assertThat(names(shop.users.email.startsWith("%"))).isEmpty();
    }

    @DatabaseTest
    void matchingWithoutRegardToCase() {
        assertThat(names(shop.users.name.ilike("ad_"))).containsExactly("Ada");
        assertThat(names(shop.users.name.containsIgnoreCase("LE"))).containsExactly("Cleo");
    }

    @DatabaseTest
    void nullsStandWhereTheyAreTold() {
        assertThat(ordered("first")).containsExactly("Dan", "Ben", "Cleo", "Ada");
        assertThat(ordered("last")).containsExactly("Ben", "Cleo", "Ada", "Dan");
    }

    @DatabaseTest
    void limitAndOffsetCutTheResult() {
        var byName = select(shop.users.name).orderBy(shop.users.name);

        assertThat(all(byName.limit(2))).containsExactly("Ada", "Ben");
        assertThat(all(byName.limit(2).offset(1))).containsExactly("Ben", "Cleo");
        assertThat(all(byName.offset(3))).containsExactly("Dan");
        assertThat(all(byName.limit(0))).isEmpty();
    }

    @DatabaseTest
    void aKeysetPageFollowsItsKey() {
        var byName = select(shop.users.name).orderBy(shop.users.name.asc(), shop.users.id.asc());

        assertThat(all(byName.after("Ben", 2L).limit(1))).containsExactly("Cleo");
    }

    @DatabaseTest
    void distinctRemovesDuplicates() {
        assertThat(all(select(shop.addresses.city).distinct().orderBy(shop.addresses.city))).containsExactly("Berlin",
                "Paris");
    }

    @DatabaseTest
    void caseChoosesTheFirstTrueBranch() {
        var group = caseWhen(shop.users.age.lt(18), "minor").when(shop.users.age.lt(30), "young").otherwise("other");

        assertThat(all(select(group).from(shop.users).orderBy(shop.users.id))).containsExactly("other", "minor",
                "young", "other");
    }

    @DatabaseTest
    void functionsAndArithmeticAreComputed() {
        Row row = one(select(lower(shop.users.name).as("l"), upper(shop.users.name).as("u"),
                length(shop.users.name).as("n"), shop.users.age.plus(4).times(2).as("x"),
                shop.users.age.minus(1).modulo(10).as("m"), shop.users.name.concat("!").as("c"),
                coalesce(shop.users.email, "none").as("e")).where(shop.users.id.eq(3L)));

        assertThat(row.get("l")).isEqualTo("cleo");
        assertThat(row.get("u")).isEqualTo("CLEO");
        assertThat(row.get("n", Integer.class)).isEqualTo(4);
        assertThat(row.get("x", Integer.class)).isEqualTo(58);
        assertThat(row.get("m", Integer.class)).isEqualTo(4);
        assertThat(row.get("c")).isEqualTo("Cleo!");
        assertThat(row.get("e")).isEqualTo("none");
    }

    @DatabaseTest
    void castChangesTheType() {
        assertThat(one(select(shop.users.age.cast(string(10))).where(shop.users.id.eq(1L)))).isEqualTo("36");
        assertThat(one(select(literal("12").cast(INTEGER)))).isEqualTo(12);
    }

    @DatabaseTest
    void subqueriesStandForValuesAndConditions() {
        var cities = select(count(shop.addresses.id)).where(shop.addresses.userId.eq(shop.users.id)).scalar();
        var has = select(shop.addresses.id).where(shop.addresses.userId.eq(shop.users.id)).exists();

        assertThat(all(select(cities).from(shop.users).orderBy(shop.users.id))).containsExactly(2L, 1L, 0L, 0L);
        assertThat(names(has)).containsExactly("Ada", "Ben");
        assertThat(names(not(has))).containsExactly("Cleo", "Dan");
    }

    @DatabaseTest
    void aSubqueryIsASource() {
        var adults = select(shop.users.id, shop.users.name).where(shop.users.age.ge(18)).subquery("adults");

        assertThat(all(select(adults.column(shop.users.name)).orderBy(adults.column(shop.users.name))))
                .containsExactly("Ada", "Cleo");
    }

    @DatabaseTest
    void selectsCombineAsSets() {
        var ab = select(shop.users.name).where(shop.users.id.le(2L));
        var bc = select(shop.users.name).where(shop.users.id.between(2L, 3L));

        assertThat(all(ab.union(bc))).containsExactlyInAnyOrder("Ada", "Ben", "Cleo");
        assertThat(all(ab.unionAll(bc))).containsExactlyInAnyOrder("Ada", "Ben", "Ben", "Cleo");
        assertThat(all(ab.union(bc).orderBy(shop.users.name.desc()))).containsExactly("Cleo", "Ben", "Ada");
        assertThat(all(ab.union(bc).orderBy(shop.users.name.desc().nullsLast()))).containsExactly("Cleo", "Ben",
                "Ada");
        assertThat(all(ab.intersect(bc))).containsExactly("Ben");
        assertThat(all(ab.except(bc))).containsExactly("Ada");
    }

    /** SQL Server orders combined queries by their columns only. */
    @DatabaseTest(except = "mssql")
    void combinedQueriesAreOrderedWithNullsInAPlace() {
        var ages = select(shop.users.age).union(select(shop.users.age).where(shop.users.id.eq(1L)));

        assertThat(all(ages.orderBy(shop.users.age.desc().nullsFirst())).getFirst()).isNull();
        assertThat(all(ages.orderBy(shop.users.age.nullsLast())).getLast()).isNull();
    }

    @DatabaseTest
    void hundredsOfSelectsCombineInOneChain() {
        Selectable<String> chain = select(shop.users.name).where(shop.users.id.eq(1L));
        for (int i = 1; i < 400; i++) {
            chain = chain.union(select(shop.users.name).where(shop.users.id.eq(i % 4 + 1L)));
        }

        assertThat(all(chain)).containsExactlyInAnyOrder("Ada", "Ben", "Cleo", "Dan");
    }

    @DatabaseTest
    void rowsAreReadByColumnByNameByPositionAndIntoRecords() {
        var query = select(shop.users.id, shop.users.name, shop.users.age).where(shop.users.id.eq(4L));
        Row row = one(query);

        assertThat(row.get(shop.users.name)).isEqualTo("Dan");
        assertThat(row.get("name")).isEqualTo("Dan");
        assertThat(row.get(shop.users.age)).isNull();
        assertThat(row.require(shop.users.id)).isEqualTo(4L);
        assertThat(connection.execute(query).as(Person.class).one()).isEqualTo(new Person(4L, "Dan", null));
        assertThat(one(select(into(Person::new, shop.users.id, shop.users.name, shop.users.age))
                .where(shop.users.id.eq(1L)))).isEqualTo(new Person(1L, "Ada", 36));
    }

    @DatabaseTest
    void namedParametersGetTheirValuesAtExecution() {
        var query = select(shop.users.name).where(shop.users.age.ge(bind("min", INTEGER))).orderBy(shop.users.name);

        assertThat(connection.execute(query, Map.of("min", 20)).all()).containsExactly("Ada", "Cleo");
        assertThat(connection.execute(query, Map.of("min", 30)).all()).containsExactly("Ada");
    }

    @DatabaseTest
    void textIsSentAsWrittenWithItsParametersBound() {
        var query = text("SELECT name FROM users WHERE age > :age ORDER BY name").bind("age", 20)
                .columns(shop.users.name);

        assertThat(connection.execute(query).all()).containsExactly("Ada", "Cleo");
    }

    @DatabaseTest
    void aChainOfTenThousandConditionsIsExecuted(Engine engine) {
        var ids = LongStream.range(0, 10_000).boxed().toList();
        Condition any = shop.users.id.eq(-1L);
        for (long id : ids) {
            any = any.or(shop.users.id.eq(id));
        }
        Condition chain = any;

        long found = engine
                .fromTransaction(connection -> connection.one(select(count()).from(shop.users).where(chain)));

        assertThat(found).isEqualTo(4);
    }

    @DatabaseTest
    void aNameStandsForOneValue(Engine engine) {
        var query = select(shop.users.id).where(
                or(shop.users.name.eq(bind("name", STRING, "Ada")), shop.users.name.eq(bind("name", STRING, "Ben"))));

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.all(query)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("Two parameters of the statement have the name \"name\" and different values");
        assertThat(connection.execute(query, Map.of("name", "Ada")).all()).hasSize(1);
    }

    @DatabaseTest
    void aNameStandsForOneValueInACachedStatement(Engine engine) {
        assertThat(connection.all(named("Ada", "Ada"))).hasSize(1);

        assertThatThrownBy(() -> engine.inTransaction(each -> each.all(named("Ada", "Ben"))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("Two parameters of the statement have the name \"name\" and different values");
        assertThat(connection.execute(named("Cy", "Ben"), Map.of("name", "Ada")).all()).hasSize(1);
    }

    private Select<Long> named(String one, String other) {
        return select(shop.users.id).where(
                or(shop.users.name.eq(bind("name", STRING, one)), shop.users.name.eq(bind("name", STRING, other))));
    }

    @DatabaseTest
    void countAndExistsAskTheDatabase() {
        var query = select(shop.users).where(shop.users.age.gt(20));

        assertThat(connection.count(query)).isEqualTo(2);
        assertThat(connection.exists(query)).isTrue();
        assertThat(connection.exists(query.where(shop.users.name.eq("Zoe")))).isFalse();
    }

    /** A record for a row. */
    public record Person(long id, String name, @Nullable Integer age) {}

    private List<String> ordered(String nulls) {
        var age = shop.users.age.asc();
        return all(select(shop.users.name).orderBy(nulls.equals("first") ? age.nullsFirst() : age.nullsLast()));
    }

    private List<String> names(Condition condition) {
        return all(select(shop.users.name).where(condition).orderBy(shop.users.name));
    }

    private <T extends @Nullable Object> List<T> all(Selectable<T> query) {
        return connection.execute(query).all();
    }

    private <T extends @Nullable Object> T one(Selectable<T> query) {
        return connection.execute(query).one();
    }
}
