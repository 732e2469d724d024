package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.onShard;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.distributed.Climate_.CLIMATE;
import static dev.rubedo.orm.distributed.Reading_.READING;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.routing.ShardLookup;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sessions over three shards with the same tables. */
class ShardsTest {

    @DatabaseTest
    void eachObjectIsStoredInItsShard(TestDatabase database) {
        World world = World.of(database);

        world.fill();

        for (Engine engine : world.engines()) {
            assertThat(engine.hasTable("", "stations")).isTrue();
            try (Connection connection = engine.connect()) {
                assertThat(connection.count(Sql.select(World.model().mapper(STATION).table()))).isEqualTo(1);
                assertThat(connection.count(Sql.select(World.model().mapper(READING).table()))).isEqualTo(1);
            }
        }
    }

    @DatabaseTest
    void aQueryIsExecutedInAllShardsAndItsResultsFollowEachOther(TestDatabase database) {
        World world = World.of(database);
        world.fill();

        try (Session session = world.sessions().open()) {
            assertThat(session.all(select(STATION.name))).containsExactly("in asia", "in europe", "in africa");
            assertThat(session.count(select(STATION))).isEqualTo(3);
            assertThat(session.exists(select(STATION).where(STATION.continent.eq("africa")))).isTrue();
            assertThat(session.exists(select(STATION).where(STATION.continent.eq("mars")))).isFalse();
            assertThat(session.first(select(STATION.name))).contains("in asia");
            assertThat(session.all(select(STATION.name).options(onShard("europe")))).containsExactly("in europe");
        }
    }

    @DatabaseTest
    void equalKeysInDifferentShardsAreDifferentObjects(TestDatabase database) {
        World world = World.of(database);
        world.fill();

        try (Session session = world.sessions().open()) {
            List<Station> stations = session.all(select(STATION));

            assertThat(stations).extracting(Station::id).containsExactly(1L, 1L, 1L);
            assertThat(stations).doesNotHaveDuplicates();
            assertThat(InstanceState.of(stations.get(1)).identityKey())
                    .contains(new IdentityKey(Station.class, List.of(1L), "europe"));
            assertThat(session.identityMap()).hasSize(3);
            assertThat(session.require(STATION, 1, onShard("africa"))).isSameAs(stations.get(2));
            assertThat(session.require(STATION, InstanceState.of(stations.get(1)).identityKey().orElseThrow()))
                    .isSameAs(stations.get(1));
            assertThat(session.all(select(STATION))).isEqualTo(stations);
        }
    }

    @DatabaseTest
    void whatAnObjectLoadsComesFromItsShard(TestDatabase database) {
        World world = World.of(database);
        world.fill();

        try (Session session = world.sessions().open()) {
            Station europe = session.one(select(STATION).options(onShard("europe")));
            world.clear();

            assertThat(europe.readings()).extracting(Reading::temperature).containsExactly(6);
            session.refresh(europe);
            session.expire(europe);
            assertThat(europe.name()).isEqualTo("in europe");
            assertThat(world.counts()).containsExactly(0, 3, 0);
        }
        world.clear();
        try (Session session = world.sessions().open()) {
            List<Reading> readings = session.all(select(READING));
            world.clear();
            assertThat(readings).extracting(reading -> reading.station().name()).containsExactly("in asia",
                    "in europe", "in africa");
            assertThat(world.counts()).containsExactly(1, 1, 1);
        }
        try (Session session = world.sessions().open()) {
            assertThat(session.all(select(STATION).options(selectIn(STATION.readings))))
                    .extracting(station -> station.readings().get(0).temperature()).containsExactly(4, 6, 6);
            assertThat(session.all(select(READING).options(joined(READING.station))))
                    .extracting(reading -> reading.station().continent()).containsExactly("asia", "europe", "africa");
        }
    }

    @DatabaseTest
    void changesAreWrittenToTheShardOfTheObject(TestDatabase database) {
        World world = World.of(database);
        world.fill();

        try (Session session = world.sessions().open()) {
            List<Station> stations = session.all(select(STATION));
            world.clear();
            stations.get(1).name("changed");
            stations.get(1).readings().add(new Reading(30));
            session.delete(stations.get(2));
            session.commit();
            assertThat(world.counts().get(0)).isZero();
            assertThat(session.all(select(STATION.name))).containsExactly("in asia", "changed");
            assertThat(stations.get(1).readings()).extracting(Reading::temperature).containsExactly(6, 30);
        }
    }

    @DatabaseTest
    void statementsThatChangeRowsAreExecutedInAllShardsAndCounted(TestDatabase database) {
        World world = World.of(database);
        world.fill();

        try (Session session = world.sessions().open()) {
            List<Station> stations = session.all(select(STATION));
            assertThat(session.execute(Sql.update(STATION).set(STATION.name, "x").where(STATION.id.eq(1L)))
                    .rowCount()).isEqualTo(3);
            assertThat(stations).extracting(Station::name).containsExactly("x", "x", "x");
            session.execute(Sql.insertInto(STATION).values(STATION.continent, "europe").values(STATION.name, "new")
                    .options(onShard("europe")));
            assertThat(session.execute(Sql.deleteFrom(STATION).where(STATION.name.eq("new"))).rowCount()).isEqualTo(1);
            assertThat(session.execute(Sql.deleteFrom(READING).options(onShard("asia"))).rowCount()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void choosersNarrowWhereToLook(TestDatabase database) {
        World all = World.of(database);
        all.fill();
        List<ShardLookup> lookups = new ArrayList<>();
        Shards shards = Shards.builder().shard("asia", all.asia().engine()).shard("europe", all.europe().engine())
                .byIdentity(lookup -> {
                    lookups.add(lookup);
                    return List.of("europe", "asia");
                }).byStatement(request -> List.of("europe")).build(World::shard);
        SessionFactory sessions = SessionFactory.builder(shards, World.model()).build();

        try (Session session = sessions.open()) {
            assertThat(session.all(select(STATION.name))).containsExactly("in europe");
            assertThat(session.require(STATION, 1).name()).isEqualTo("in europe");
            assertThat(session.get(STATION, 7)).isEmpty();
            assertThat(lookups).last().isEqualTo(new ShardLookup(STATION, List.of(7L)));
        }
    }

    @DatabaseTest
    void mergedAndReattachedObjectsKeepTheirShard(TestDatabase database) {
        World world = World.of(database);
        world.fill();
        List<Station> detached = world.sessions().fromTransaction(session -> session.all(select(STATION)));
        world.clear();

        try (Session session = world.sessions().open()) {
            detached.get(1).name("merged");
            Station merged = session.merge(detached.get(1));
            session.add(detached.get(2));
            detached.get(2).name("added");
            session.commit();
            assertThat(merged.continent()).isEqualTo("europe");
            assertThat(session.all(select(STATION.name))).containsExactly("in asia", "merged", "added");
        }
        assertThat(world.counts().get(0)).isEqualTo(1);
    }

    @DatabaseTest
    void boundEntitiesAreInOneDatabaseForAllShards(TestDatabase database) {
        TestDatabase asia = database.another();
        TestDatabase europe = database.another();
        TestDatabase africa = database.another();
        SessionFactory sessions = SessionFactory.builder(World.shards(asia, europe, africa), World.model())
                .bind(CLIMATE, database.engine()).build();
        sessions.createAll();

        sessions.inTransaction(session -> {
            Climate mild = new Climate("mild");
            for (String continent : List.of("asia", "europe")) {
                Station station = new Station(continent, "in " + continent);
                station.climate(mild);
                session.add(station);
            }
        });

        assertThat(database.engine().hasTable("", "climates")).isTrue();
        assertThat(asia.engine().hasTable("", "climates")).isFalse();
        try (Session session = sessions.open()) {
            List<Station> stations = session.all(select(STATION));
            assertThat(stations).extracting(station -> station.climate().name()).containsExactly("mild", "mild");
            assertThat(stations.get(0).climate()).isSameAs(stations.get(1).climate());
            assertThat(session.count(select(CLIMATE))).isEqualTo(1);
            assertThatThrownBy(() -> session.all(select(STATION).options(joined(STATION.climate))))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("\"climates\" is in");
            assertThatThrownBy(() -> session.all(select(CLIMATE).options(onShard("asia"))))
                    .hasMessageContaining("applies to entities and tables that are in shards");
        }
    }

    @DatabaseTest
    void connectionsAreThoseOfAShard(TestDatabase database) {
        World world = World.of(database);
        try (Session session = world.sessions().open()) {
            assertThat(session.connection("europe").engine()).isSameAs(world.europe().engine());
            assertThatThrownBy(session::connection).isInstanceOf(ObjectStateException.class)
                    .hasMessage("The rows of this session are in several shards. Name one: connection(\"...\").");
            assertThatThrownBy(() -> session.connection("mars"))
                    .hasMessage("There is no shard \"mars\". The shards are [asia, europe, africa].");
            assertThatThrownBy(() -> session.connection(STATION)).hasMessageContaining("are in several shards");
            assertThatThrownBy(() -> session.all(select(STATION).options(onShard("mars"))))
                    .hasMessageContaining("There is no shard \"mars\"");
        }
        SessionFactory wrong = SessionFactory.builder(Shards.builder().shard("asia", world.asia().engine())
                .build(entity -> "mars"), World.model()).build();
        try (Session session = wrong.open()) {
            session.add(new Station("mars", "rover"));
            assertThatThrownBy(session::flush)
                    .hasMessage("The chooser of shards returned \"mars\", but the shards are [asia].");
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void allShardsCommitInTwoPhases(TestDatabase database) {
        World world = World.of(database, database.another(), database.another(), true);

        world.fill();

        try (Session session = world.sessions().open()) {
            assertThat(session.count(select(STATION))).isEqualTo(3);
            session.add(new Station("europe", "lost"));
            session.add(new Station("africa", "lost"));
            session.prepare();
            session.rollback();
            assertThat(session.count(select(STATION))).isEqualTo(3);
        }
        assertThat(world.sessions().recoverTwoPhase(Duration.ZERO)).isEmpty();
    }

    @DatabaseTest
    void anInsertNamesItsShard(TestDatabase database) {
        World world = World.of(database);
        try (Session session = world.sessions().open()) {
            assertThatThrownBy(() -> session.execute(Sql.insertInto(STATION).values(STATION.continent, "europe")
                    .values(STATION.name, "everywhere"))).isInstanceOf(InvalidStatementException.class)
                    .hasMessage("An INSERT into \"Station\" would write its rows into each of the shards asia, europe,"
                            + " africa. Name one of them with options(onShard(\"...\")).");
            Table table = session.model().mapper(STATION).table();
            assertThatThrownBy(() -> session.execute(Sql.insertInto(table)
                    .values(table.column("continent", String.class), "europe")))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("onShard(\"...\")");
            assertThat(session.count(select(STATION))).isZero();
        }
    }

    @DatabaseTest
    void anObjectWhoseInsertIsRolledBackMayGoToAnotherShard(TestDatabase database) {
        World world = World.of(database);
        try (Session session = world.sessions().open()) {
            Station moving = new Station("asia", "moving");
            session.add(moving);
            session.flush();
            session.rollback();
            moving.continent("europe");
            session.add(moving);
            session.commit();
            InstanceState.of(moving).makeTransient();
            moving.id(null);
            moving.continent("africa");
            session.add(moving);
            session.commit();
        }
        try (Session session = world.sessions().open()) {
            assertThat(session.all(select(STATION.continent).options(onShard("asia")))).isEmpty();
            assertThat(session.all(select(STATION.continent).options(onShard("europe")))).containsExactly("europe");
            assertThat(session.all(select(STATION.continent).options(onShard("africa")))).containsExactly("africa");
        }
    }

    @DatabaseTest
    void relationshipsFromOneDatabaseIntoShardsAreNotLoaded(TestDatabase database) {
        SessionFactory sessions = SessionFactory
                .builder(World.shards(database.another(), database.another(), database.another()), World.model())
                .bind(STATION, database.engine()).bind(CLIMATE, database.engine()).build();
        sessions.createAll();
        String message = "\"Station.readings\" refers from one database into several shards, any of which may contain its "
                + "rows. Query \"Reading\" instead, which reads all shards.";
        sessions.inTransaction(session -> {
            Station station = new Station("africa", "one");
            session.add(station);
            station.readings().add(new Reading(7));
        });
        try (Session session = sessions.open()) {
            Station station = session.require(STATION, 1);
            assertThatThrownBy(() -> station.readings().size()).isInstanceOf(InvalidStatementException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> session.all(select(STATION).options(selectIn(STATION.readings))))
                    .hasMessage(message);
            assertThatThrownBy(() -> {
                session.delete(station);
                session.flush();
            }).hasMessage(message);
            session.rollback();
            Reading reading = session.one(select(READING));
            assertThat(reading.station()).isSameAs(station);
        }
    }
}
