package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Grouping by expressions with values: the same expression is recognized in every clause of a query, on every database.
 */
public abstract class GroupingSuite {

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
    void groupsByExpressionsWithValues() {
        var users = shop.users;

        assertGroups(() -> coalesce(users.email, "none"), 4);
        assertGroups(() -> substring(users.name, 1, 1), 4);
        assertGroups(() -> users.id.plus(1), 4);
        assertGroups(() -> users.id.modulo(2), 2);
        assertGroups(() -> users.id.dividedBy(2).times(10), 3);
        assertGroups(() -> caseWhen(users.age.ge(18), "adult").otherwise("other"), 2);
        assertGroups(() -> caseWhen(users.id.in(1L, 2L), 1).otherwise(2), 2);
        assertGroups(() -> func("coalesce", STRING, users.email, value("none")), 4);
        assertGroups(() -> users.name.concat("!"), 4);
        assertGroups(() -> users.id.cast(STRING).concat("x"), 4);
        assertGroups(() -> users.id.gt(1L), 2);
    }

    /** Tests an expression and an equal one, in every clause of a grouped query. */
    private void assertGroups(Supplier<Expression<?>> expression, int groups) {
        var users = shop.users;
        var kind = expression.get();
        var same = expression.get();
        var label = expression.get().as("kind");
        var count = count(users.id).as("how_many");
        var queries = List.of(select(kind, count).groupBy(kind), select(kind, count).groupBy(same),
                select(kind, count).groupBy(kind).orderBy(kind), select(kind, count).groupBy(same).orderBy(same.desc()),
                select(kind.as("k"), count).groupBy(kind).orderBy(same.asc()),
                select(label, count).groupBy(label).orderBy(label),
                select(count, kind).groupBy(kind).orderBy(count, kind),
                select(kind, count).groupBy(kind, same).orderBy(kind.asc().nullsLast()),
                select(kind, count).groupBy(kind).having(kind.isNotNull(), count(users.id).gt(0L)).orderBy(kind),
                select(label, count).groupBy(label).having(same.isNotNull()).orderBy(label.desc()),
                select(kind, count, same.isNull().as("missing")).groupBy(kind).orderBy(kind),
                select(count, kind.isNull().as("missing")).groupBy(kind),
                select(count, max(users.name).as("last")).groupBy(kind).having(same.isNotNull()));
        for (var query : queries) {
            var found = connection.execute(query).all();

            assertThat(found).as(query.toString()).hasSize(groups);
            assertThat(found.stream().mapToLong(row -> row.require(count)).sum()).as(query.toString()).isEqualTo(4);
        }
        var distinct = select(kind).from(users).distinct();
        for (var query : List.<Select<?>>of(distinct.orderBy(kind), distinct.orderBy(same.desc()),
                select(label).from(users).distinct().orderBy(label))) {
            assertThat(connection.execute(query).all()).as(query.toString()).hasSize(groups);
        }
    }

    @DatabaseTest
    void theValuesOfGroupsAreRight() {
        var users = shop.users;
        var kind = coalesce(users.email, "none");
        var query = select(kind, kind.concat("!").as("loud"), count(users.id)).groupBy(kind)
                .having(kind.ne("ada@example.com")).orderBy(kind.desc());

        assertThat(connection.execute(query).all()).extracting(row -> row.get(1), row -> row.get(2)).containsExactly(
                pair("none", "none!"),
                pair("ben@example.com", "ben@example.com!"),
                pair("100%_dan@example.com", "100%_dan@example.com!"));
    }

    @DatabaseTest
    void aNameOfAColumnForTheGroupIsNotTheColumn() {
        var users = shop.users;
        var named = caseWhen(users.id.gt(2L), "high").otherwise("low").as("name");

        assertThat(connection.execute(select(named, count(users.id)).groupBy(named).orderBy(named)).all())
                .extracting(row -> row.get(1), row -> row.get(2)).containsExactly(
                        pair("high", 2L),
                        pair("low", 2L));
    }

    @DatabaseTest
    void statementsThatDifferInEqualValuesAreNotTakenForEachOther() {
        var users = shop.users;
        var found = new ArrayList<Long>();
        for (var values : List.of(List.of(2L, 2L), List.of(2L, 3L), List.of(3L, 3L), List.of(3L, 2L))) {
            var selected = users.id.modulo(values.get(0));
            var grouped = users.id.modulo(values.get(1));
            boolean isSame = values.get(0).equals(values.get(1));
            var query = isSame ? select(selected, count(users.id)).groupBy(grouped)
                    : select(max(selected), count(users.id)).groupBy(grouped);
            found.add((long) connection.execute(query).all().size());
            assertThat(connection.execute(select(count(users.id)).groupBy(grouped).having(max(selected).ge(0L))).all())
                    .hasSize(values.get(1).intValue());
        }

        assertThat(found).containsExactly(2L, 3L, 3L, 2L);
    }

    @DatabaseTest
    void valuesGivenAtExecutionMayBeGroupedBy() {
        var users = shop.users;
        var kind = coalesce(users.email, bind("otherwise", STRING));
        var query = select(kind, count(users.id)).groupBy(kind).having(kind.isNotNull()).orderBy(kind);

        assertThat(connection.execute(query, Map.of("otherwise", "zzz")).all()).extracting(row -> row.get(1)).last()
                .isEqualTo("zzz");
        assertThat(connection.execute(query, Map.of("otherwise", "000")).all()).extracting(row -> row.get(1)).first()
                .isEqualTo("000");
    }

    @DatabaseTest(requires = Feature.WINDOW_FUNCTIONS)
    void windowsOverGroupsSeeTheirExpressions() {
        var users = shop.users;
        var kind = users.id.modulo(2L);
        var query = select(kind, rowNumber().over(orderBy(kind.desc())).as("place"), sum(count(users.id)).over()
                .as("total")).groupBy(kind).orderBy(kind);

        assertThat(connection.execute(query).all()).extracting(row -> row.get("place", Long.class)).containsExactly(2L,
                1L);
    }

    @DatabaseTest(requires = Feature.DISTINCT_ON)
    void distinctOnTakesExpressionsWithValues() {
        var users = shop.users;
        var kind = users.id.modulo(2L);
        Select<Row> query = select(kind, users.id, users.name).distinctOn(kind).orderBy(users.id.modulo(2L),
                users.id.desc());

        assertThat(connection.execute(query).all()).extracting(row -> row.get(users.name)).containsExactly("Dan",
                "Cleo");
    }

    @DatabaseTest(requires = Feature.GROUPING_SETS)
    void totalsOfGroupsKnowTheirExpressions() {
        var users = shop.users;
        var kind = users.id.modulo(2L);
        var query = select(kind, count(users.id)).groupBy(func("rollup", UNKNOWN, kind)).orderBy(count(users.id), kind);

        assertThat(connection.execute(query).all()).extracting(row -> row.get(2)).containsExactly(2L, 2L, 4L);
    }

    private static org.assertj.core.groups.Tuple pair(Object first, Object second) {
        return org.assertj.core.groups.Tuple.tuple(first, second);
    }
}
