package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.onShard;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.distributed.Reading_.READING;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static dev.rubedo.sql.Sql.avg;
import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.max;
import static dev.rubedo.sql.Sql.min;
import static dev.rubedo.sql.Sql.sum;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.WindowFunctions;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What queries in several shards return together. */
class ShardedQueryTest {

    private static World filled(TestDatabase database) {
        World world = World.of(database);
        world.sessions().inTransaction(session -> {
            int temperature = 0;
            for (String continent : List.of("asia", "europe", "africa", "africa", "asia", "europe", "asia")) {
                Station station = new Station(continent, continent + temperature);
                station.readings().add(new Reading(temperature));
                station.readings().add(new Reading(temperature + 10));
                session.add(station);
                temperature++;
            }
        });
        world.clear();
        return world;
    }

    private static SessionFactory knowing(World world, Comparator<String> order) {
        return SessionFactory.builder(Shards.builder().shard("asia", world.asia().engine())
                .shard("europe", world.europe().engine()).shard("africa", world.africa().engine()).textOrder(order)
                .build(World::shard), World.model()).build();
    }

    @DatabaseTest
    void ordersAreMerged(TestDatabase database) {
        try (Session session = filled(database).sessions().open()) {
            assertThat(session.all(select(READING.temperature).orderBy(READING.temperature)))
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16);
            assertThat(session.all(select(READING).orderBy(READING.temperature.desc()).limit(3)))
                    .extracting(Reading::temperature).containsExactly(16, 15, 14);
            assertThat(session.all(select(READING.id, READING.temperature)
                    .orderBy(READING.id, READING.temperature.desc()).limit(4)))
                    .extracting(row -> row.get(READING.id) + ":" + row.get(2))
                    .containsExactly("1:2", "1:1", "1:0", "2:12");
            assertThat(session.execute(select(READING.temperature.as("t"), READING.id).orderBy(READING.temperature)
                    .limit(1)).mappings().one()).containsExactly(Map.entry("t", 0), Map.entry("id", 1L));
        }
    }

    @DatabaseTest
    void limitsAndOffsetsAreThoseOfAllRows(TestDatabase database) {
        World world = filled(database);
        try (Session session = world.sessions().open()) {
            var byTemperature = select(READING.temperature).orderBy(READING.temperature);
            assertThat(session.all(byTemperature.limit(3).offset(5))).containsExactly(5, 6, 10);
            assertThat(session.all(byTemperature.offset(12))).containsExactly(15, 16);
            assertThat(session.all(byTemperature.limit(3).offset(40))).isEmpty();
            assertThat(session.all(select(STATION).limit(2))).hasSize(2);
            assertThat(session.all(select(STATION).limit(4).offset(5))).hasSize(2);
            assertThat(session.first(select(STATION.name))).contains("asia0");
            assertThat(session.all(byTemperature.limit(0))).isEmpty();
            world.clear();
            assertThat(session.execute(byTemperature.limit(bind("rows", Types.BIGINT)), Map.of("rows", 2L)).all())
                    .containsExactly(0, 1);
            assertThat(world.counts()).containsExactly(1, 1, 1);
            refused(session, byTemperature.limit(bind("rows", Types.BIGINT, 2L)).offset(1), "specify both as numbers");
            assertThat(session.all(byTemperature.limit(2).options(onShard("europe")))).containsExactly(1, 5);
        }
    }

    @DatabaseTest
    void relationshipsAreLoadedWithTheRowsThatAreMerged(TestDatabase database) {
        try (Session session = filled(database).sessions().open()) {
            List<Station> stations = session.all(select(STATION).options(joined(STATION.readings))
                    .orderBy(STATION.id.desc()).limit(2));

            assertThat(stations).extracting(Station::name).containsExactly("asia6", "asia4");
            assertThat(stations.get(1).readings()).extracting(Reading::temperature).containsExactly(4, 14);
        }
    }

    @DatabaseTest
    void aggregatesOfAllRowsAreCombined(TestDatabase database) {
        try (Session session = filled(database).sessions().open()) {
            assertThat(session.one(select(count()).from(STATION))).isEqualTo(7);
            assertThat(session.one(select(max(READING.temperature)))).isEqualTo(16);
            Row all = session.one(select(count(READING.id).as("n"), sum(READING.temperature), min(READING.temperature),
                    max(READING.temperature)));
            assertThat(all.values()).extracting(value -> ((Number) value).intValue()).containsExactly(14, 112, 0, 16);
            assertThat(all.get("n")).isEqualTo(14L);
            assertThat(session.one(select(max(READING.temperature)).where(READING.temperature.gt(99)))).isNull();
            assertThat(session.one(select(max(READING.temperature)).where(READING.temperature.lt(1)))).isZero();
        }
    }

    @DatabaseTest
    void countsAreThoseOfAllRows(TestDatabase database) {
        try (Session session = filled(database).sessions().open()) {
            assertThat(session.count(select(READING))).isEqualTo(14);
            assertThat(session.count(select(READING).orderBy(READING.temperature).limit(5))).isEqualTo(5);
            assertThat(session.count(select(READING).offset(10))).isEqualTo(4);
            assertThat(session.count(select(READING).limit(5).offset(12))).isEqualTo(2);
            assertThat(session.exists(select(READING).offset(13))).isTrue();
            assertThat(session.exists(select(READING).offset(14))).isFalse();
            assertThat(session.count(select(READING.temperature).distinct().options(onShard("asia")))).isEqualTo(6);
        }
    }

    @DatabaseTest
    void textsAreMergedIfTheirOrderIsKnown(TestDatabase database) {
        World world = filled(database);
        var byName = select(STATION.name).orderBy(STATION.name);
        try (Session session = world.sessions().open()) {
            refused(session, byName, "The order of strings depends on the collation of the shards");
            refused(session, select(max(STATION.name)), "textOrder(...)");
        }
        try (Session session = knowing(world, Comparator.naturalOrder()).open()) {
            assertThat(session.all(byName.limit(4))).containsExactly("africa2", "africa3", "asia0", "asia4");
            assertThat(session.one(select(max(STATION.name)))).isEqualTo("europe5");
        }
        try (Session session = knowing(world, Comparator.<String>naturalOrder().reversed()).open()) {
            refused(session, byName, "in a different order than the program");
        }
    }

    @DatabaseTest
    void nullsNeedAPlace(TestDatabase database) {
        var even = Sql.caseWhen(READING.temperature.lt(2), Sql.nullValue(Types.INTEGER))
                .otherwise(READING.temperature);
        var query = select(READING.temperature).where(READING.temperature.lt(4));
        try (Session session = filled(database).sessions().open()) {
            refused(session, query.orderBy(even), "add nullsFirst() or nullsLast()");
            assertThat(session.all(query.orderBy(even.nullsFirst(), READING.temperature.desc())))
                    .containsExactly(1, 0, 2, 3);
            assertThat(session.all(query.orderBy(even.desc().nullsLast(), READING.temperature)))
                    .containsExactly(3, 2, 0, 1);
        }
    }

    @DatabaseTest
    void whatCannotBeCombinedIsRefused(TestDatabase database) {
        World world = filled(database);
        try (Session session = world.sessions().open()) {
            refused(session, select(avg(READING.temperature)),
                    "Only the aggregates count, sum, min and max of all rows");
            refused(session, select(count(READING.temperature).distinct()),
                    "Only the aggregates count, sum, min and max");
            refused(session, select(count().plus(1)).from(READING), "Only the aggregates count, sum, min and max");
            refused(session, select(READING.temperature, count()).groupBy(READING.temperature),
                    "The rows of a GROUP BY group may be in several shards.");
            refused(session, select(READING.temperature).distinct(), "Equal rows of different shards");
            refused(session, select(WindowFunctions.rowNumber().over()), "one shard only");
            refused(session, select(READING.temperature).union(select(READING.temperature)), "UNION");
            refused(session, select(READING).orderBy(READING.id).fetch(1, RowLimit.Form.WITH_TIES), "WITH_TIES");
            assertThatThrownBy(() -> session.count(select(READING.temperature).distinct()))
                    .hasMessageContaining("Equal rows of different shards");
            assertThat(session.all(select(STATION).distinct())).hasSize(7);
            assertThat(session.all(select(avg(READING.temperature)).options(onShard("asia")))).hasSize(1);
        }
        assertThat(world.counts().get(1)).isLessThan(3);
    }

    @DatabaseTest
    void whatCannotBeCombinedIsRefusedInNestedQueries(TestDatabase database) {
        World world = filled(database);
        var max = select(max(READING.temperature)).scalar();
        var hottest = select(READING.temperature.as("t")).orderBy(READING.temperature.desc()).limit(1);
        var counts = select(count().as("n")).from(READING).subquery();
        var groups = select(READING.temperature.as("t")).groupBy(READING.temperature).cte("by_temperature");
        var distinct = select(STATION.continent.as("c")).distinct().subquery();
        var window = select(WindowFunctions.rowNumber().over().as("n")).from(READING).cte("numbered");
        try (Session session = world.sessions().open()) {
            refused(session, select(count()).from(select(STATION).limit(3).subquery()), "has a limit or an offset");
            refused(session, select(count()).from(select(STATION).offset(3).subquery()), "has a limit or an offset");
            refused(session, select(counts.column("n")), "has an aggregate");
            refused(session, select(groups.as("g").column("t")), "has a GROUP BY");
            refused(session, select(groups.column("t")), "has a GROUP BY");
            refused(session, select(count()).from(distinct), "has a DISTINCT");
            refused(session, select(window.column("n")), "has a window");
            refused(session, select(READING).where(READING.temperature.eq(max)), "has an aggregate");
            refused(session, select(READING).where(READING.temperature.in(hottest)), "has a limit or an offset");
            refused(session, select(STATION.name, max), "has an aggregate");
            refused(session, select(READING).where(READING.temperature.eq(select(max(READING.temperature))
                    .join(READING.station).where(STATION.name.ne("x")).scalar())), "has an aggregate");
            refused(session, select(READING).where(READING.temperature.eq(select(max(READING.temperature))
                    .where(READING.station().name.ne("x")).scalar())), "has an aggregate");
            refused(session, select(aliased(STATION, select(STATION).limit(3).subquery())),
                    "has a limit or an offset");
            refused(session, select(READING.temperature).orderBy(READING.temperature.minus(max)), "has an aggregate");
            refused(session, select(READING.temperature).orderBy(WindowFunctions.rowNumber()
                    .over(Sql.orderBy(READING.temperature))), "one shard only");
            refused(session, select(count()).from(select(STATION.id).union(select(READING.id)).subquery()),
                    "is a UNION");
            refused(session, select(READING.temperature.as("t")).unionAll(hottest), "has a limit or an offset");
            refused(session, select(STATION).where(select(READING.id).from(hottest.subquery("h")).exists()),
                    "has a limit or an offset");
            assertThatThrownBy(() -> session.count(select(READING).where(READING.temperature.eq(max))))
                    .hasMessageContaining("has an aggregate");
            assertThatThrownBy(() -> session.execute(update(READING).set(READING.temperature, max)))
                    .hasMessageContaining("has an aggregate");
            assertThatThrownBy(() -> session.execute(deleteFrom(READING).where(READING.temperature.eq(max))))
                    .hasMessageContaining("has an aggregate");
        }
        assertThat(world.counts()).containsExactly(0, 0, 0);
    }

    @DatabaseTest
    void nestedQueriesThatAreAnsweredWithinAShardStayAllowed(TestDatabase database) {
        var other = READING.as("other");
        var own = select(max(other.temperature)).where(other.station().id.eq(STATION.id)).scalar();
        var hot = select(READING.temperature.as("t")).where(READING.temperature.ge(14)).subquery("hot");
        try (Session session = filled(database).sessions().open()) {
            assertThat(session.all(select(hot.column("t", Integer.class)).orderBy(hot.column("t", Integer.class))))
                    .containsExactly(14, 15, 16);
            assertThat(session.one(select(count()).from(hot))).isEqualTo(3);
            assertThat(session.all(select(own).from(STATION))).hasSize(7).contains(16, 10);
            assertThat(session.all(select(STATION.id).where(own.gt(14)))).hasSize(2);
            assertThat(session.all(select(READING.temperature).where(READING.temperature.eq(select(
                    max(other.temperature)).where(other.station().id.eq(READING.station().id)).scalar()))))
                    .hasSize(7);
            assertThat(session.all(select(READING.temperature).where(READING.temperature.in(
                    select(max(other.temperature)).where(other.station().id.eq(READING.station().id)).unionAll(
                            select(min(other.temperature)).where(other.station().id.eq(READING.station().id)))))))
                    .hasSize(14);
            assertThat(session.all(select(STATION.id).join(STATION.readings).where(own.eq(READING.temperature))))
                    .hasSize(7);
            assertThat(session.all(select(STATION).where(select(READING.id).where(READING.temperature.gt(99))
                    .limit(1).exists()))).isEmpty();
            assertThat(session.all(select(STATION).where(STATION.continent.in(select(STATION.continent).distinct()))))
                    .hasSize(7);
            assertThat(session.all(select(STATION).where(STATION.readings.any(READING.temperature.gt(14))))).hasSize(2);
            assertThat(session.count(select(STATION).distinct())).isEqualTo(7);
            assertThat(session.count(select(READING.temperature).unionAll(select(READING.temperature)))).isEqualTo(28);
            assertThat(session.exists(select(STATION).limit(1))).isTrue();
            assertThat(session.one(select(count()).from(select(STATION).limit(3).subquery())
                    .options(onShard("asia")))).isEqualTo(3);
        }
    }

    @DatabaseTest
    void anInsertAsTextNamesItsShard(TestDatabase database) {
        try (Session session = World.of(database).sessions().open()) {
            for (String sql : List.of("INSERT INTO stations (continent, name) VALUES ('asia', 'x')",
                    "/* all */ insert  into stations (continent, name) SELECT continent, name FROM stations")) {
                assertThatThrownBy(() -> session.execute(text(sql))).isInstanceOf(InvalidStatementException.class)
                        .hasMessage("A text INSERT would write its rows into each of the shards asia, europe,"
                                + " africa. Name one of them with options(onShard(\"...\")).");
            }
            session.execute(text("INSERT INTO stations (continent, name) VALUES ('asia', 'insert into')")
                    .options(onShard("asia")));
            assertThat(session.execute(text("UPDATE stations SET name = 'insert into x'")).rowCount()).isEqualTo(1);
            assertThat(session.count(select(STATION))).isEqualTo(1);
        }
    }

    private static void refused(Session session, Selectable<?> query, String why) {
        assertThatThrownBy(() -> session.all(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("The results of several shards cannot be combined for this query. ")
                .hasMessageContaining(why)
                .hasMessageEndingWith(" Name a shard with options(onShard(\"...\")), or combine"
                        + " the rows of the shards in the program.");
    }
}
