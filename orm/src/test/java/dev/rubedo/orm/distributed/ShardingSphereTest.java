package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.distributed.Reading_.READING;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What works over two PostgreSQL databases behind the driver of Apache ShardingSphere, and what does not. Its 176 jars are
 * no dependency of the build: the profile {@code shardingsphere} adds them.
 */
class ShardingSphereTest {

    private static final String FACTORY = "org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory";

    private static final String RULES = """
            mode:
              type: Standalone
              repository: {type: JDBC}
            rules:
            - !SHARDING
              tables:
                stations:
                  actualDataNodes: shard_${0..1}.stations
                  keyGenerateStrategy: {column: id, keyGeneratorName: snowflake}
                readings:
                  actualDataNodes: shard_${0..1}.readings
                  databaseStrategy: {standard: {shardingColumn: station_id, shardingAlgorithmName: by_station}}
                  keyGenerateStrategy: {column: id, keyGeneratorName: snowflake}
              defaultDatabaseStrategy: {standard: {shardingColumn: id, shardingAlgorithmName: by_id}}
              bindingTables: ["stations,readings"]
              shardingAlgorithms:
                by_id:
                  type: INLINE
                  props: {algorithm-expression: "shard_${id % 2}", allow-range-query-with-inline-sharding: true}
                by_station:
                  type: INLINE
                  props: {algorithm-expression: "shard_${station_id % 2}", allow-range-query-with-inline-sharding: true}
              keyGenerators:
                snowflake: {type: SNOWFLAKE}
            """;

    /** Two databases on the server of the test, which are dropped after it. Confined to one thread at a time. */
    private static final class Server implements AutoCloseable {

        private final TestDatabase database;
        private final Map<String, DataSource> shards = new LinkedHashMap<>();
        private final DataSource sharded;
        final Engine engine;
        final SessionFactory sessions;

        Server(TestDatabase database) throws Exception {
            this.database = database;
            for (int i = 0; i < 2; i++) {
                drop(i);
                administer("CREATE DATABASE sharding_" + i);
                var shard = new PGSimpleDataSource();
                shard.setUrl(database.url().replaceFirst("/[^/?]*\\?.*", "/sharding_" + i + "?user=postgres"));
                shards.put("shard_" + i, shard);
                // its driver refuses the queries of the catalog, with which createAll() looks for tables
                try (Engine direct = Engine.of(shard)) {
                    World.model().metadata().createAll(direct);
                }
            }
            sharded = (DataSource) Class.forName(FACTORY).getMethod("createDataSource", Map.class, byte[].class)
                    .invoke(null, shards, RULES.getBytes(StandardCharsets.UTF_8));
            // of an INSERT with rows for several shards it returns the keys of one
            engine = Engine.builder(sharded).insertPageSize(1).build();
            sessions = SessionFactory.of(engine, World.model());
        }

        private void administer(String sql) throws SQLException {
            var server = new PGSimpleDataSource();
            server.setUrl(database.url());
            try (var connection = server.getConnection(); var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private void drop(int shard) throws SQLException {
            administer("DROP DATABASE IF EXISTS sharding_" + shard + " WITH (FORCE)");
        }

        /** Returns the names of the stations in each shard. */
        List<List<String>> names() {
            List<List<String>> names = new ArrayList<>();
            for (DataSource shard : shards.values()) {
                try (Engine direct = Engine.of(shard)) {
                    names.add(SessionFactory.of(direct, World.model())
                            .fromTransaction(session -> session.all(select(STATION.name).orderBy(STATION.id))));
                }
            }
            return names;
        }

        @Override
        public void close() throws Exception {
            engine.close();
            if (sharded instanceof AutoCloseable source) {
                source.close();
            }
            drop(0);
            drop(1);
        }
    }

    private static Server filled(TestDatabase database) throws Exception {
        assumeTrue(isPresent(), "ShardingSphere is not on the class path: run this test with -Pshardingsphere.");
        Server server = new Server(database);
        server.sessions.inTransaction(session -> {
            for (long id = 1; id <= 6; id++) {
                Station station = new Station("asia", "s" + id);
                station.id(id);
                station.readings().add(new Reading((int) id));
                session.add(station);
            }
        });
        return server;
    }

    private static boolean isPresent() {
        try {
            Class.forName(FACTORY);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @DatabaseTest(only = "postgresql")
    void rowsAreWrittenAndReadWhereTheyBelong(TestDatabase database) throws Exception {
        try (Server server = filled(database); Session session = server.sessions.open()) {
            assertThat(server.names()).containsExactly(List.of("s2", "s4", "s6"), List.of("s1", "s3", "s5"));
            Station generated = new Station("asia", "generated");
            session.add(generated);
            session.flush();
            assertThat(generated.id()).isGreaterThan(1_000_000L);
            session.delete(generated);
            session.require(STATION, 3L).name("changed");
            session.commit();

            assertThat(session.all(select(STATION.name).orderBy(STATION.id.desc()).limit(3).offset(1)))
                    .containsExactly("s5", "s4", "changed");
            assertThat(session.count(select(STATION))).isEqualTo(6);
            assertThat(session.one(select(Sql.avg(READING.temperature)))).isEqualByComparingTo("3.5");
            assertThat(session.require(STATION, 5L).readings()).hasSize(1);
            session.detachAll();
            assertThat(session.all(select(STATION).options(joined(STATION.readings)))).hasSize(6);
            session.detachAll();
            assertThat(session.all(select(STATION).options(selectIn(STATION.readings)))).hasSize(6);
            assertThat(session.execute(Sql.update(STATION).set(STATION.name, "x").where(STATION.id.gt(4L)))
                    .rowCount()).isEqualTo(2);
        }
    }

    @DatabaseTest(only = "postgresql")
    void transactionsEndInAllDatabases(TestDatabase database) throws Exception {
        try (Server server = filled(database)) {
            assertThatThrownBy(() -> server.sessions.inTransaction(session -> {
                session.execute(Sql.update(STATION).set(STATION.name, "lost"));
                throw new IllegalStateException("stop");
            })).hasMessage("stop");
            assertThatThrownBy(() -> server.sessions.inTransaction(session -> {
                Station twice = new Station("asia", "twice");
                twice.id(2L);
                session.add(twice);
            })).isInstanceOf(UniqueViolationException.class);
            server.sessions.inTransaction(session -> {
                var savepoint = session.savepoint();
                session.execute(Sql.update(STATION).set(STATION.name, "lost"));
                savepoint.rollback();
            });

            assertThat(server.names()).containsExactly(List.of("s2", "s4", "s6"), List.of("s1", "s3", "s5"));
        }
    }

    /** If one of these changes, the table in {@code docs/guide/growing.md} is to be changed too. */
    @DatabaseTest(only = "postgresql")
    void whatItDoesNotDo(TestDatabase database) throws Exception {
        try (Server server = filled(database); Session session = server.sessions.open()) {
            assertThatThrownBy(() -> server.engine.hasTable("", "stations")).isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("does not support SQL");
            assertThat(session.count(select(STATION).limit(4))).as("the count of a limited query").isEqualTo(6);
            assertThat(session.all(select(STATION.continent).union(select(STATION.continent)))).as("a UNION")
                    .containsExactly("asia", "asia");
            assertThat(session.execute(Sql.update(STATION).set(STATION.name, "x").returning(STATION.id)).all())
                    .as("the rows of RETURNING").hasSize(3);
        }
    }
}
