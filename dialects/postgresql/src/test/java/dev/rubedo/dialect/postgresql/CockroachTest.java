package dev.rubedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.postgresql.PostgresBackend.Product;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CockroachDB and YugabyteDB as variants of PostgreSQL: what they report, and what is written for them. */
class CockroachTest {

    private static final Dialect COCKROACH = PostgresDialect.cockroach();
    private static final Dialect YUGABYTE = PostgresDialect.yugabyte();

    /** Accounts. Confined to one thread at a time. */
    private static final class Accounts extends Table {
        final Column<Long> id = column("id", Types.BIGINT).primaryKey();
        final Column<String> owner = column("owner", Types.string(20));

        Accounts(MetaData metadata) {
            super("accounts", metadata);
        }
    }

    /** Notes whose number is checked at the end of the transaction. Confined to one thread at a time. */
    private static final class Notes extends Table {
        Notes() {
            super("notes", new MetaData());
            column("number", Types.INTEGER);
            add(UniqueConstraint.on("number").deferrable(Deferrability.INITIALLY_DEFERRED));
        }
    }

    private final MetaData metadata = new MetaData();
    private final Accounts accounts = new Accounts(metadata);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18.1                                   |                                                        | POSTGRESQL
            16.4 (Debian 16.4-1.pgdg120+1)         |                                                        | POSTGRESQL
            13.0.0                                 | CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, go1.22.2) | COCKROACHDB
            13.0.0                                 | CockroachDB OSS v22.2.19                               | COCKROACHDB
            11.2-YB-2.20.1.3-b0                    |                                                        | YUGABYTEDB
            15.2-YB-2.25.1.0-b0                    |                                                        | YUGABYTEDB
            15.12-YB-2025.1.0.0-b0                 |                                                        | YUGABYTEDB
            """)
    void serversAreRecognizedByWhatTheyReport(String version, String cockroach, Product product) {
        assertThat(Product.of(version, cockroach)).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({"11.2-YB-2.20.1.3-b0,11", "15.2-YB-2.25.1.0-b0,15", "13.0.0,13"})
    void versionsAreThoseOfPostgres(String reported, int major) {
        assertThat(ServerVersion.of(reported).major()).isEqualTo(major);
    }

    @Test
    void whatTheyLackIsRefused() {
        assertThat(COCKROACH.supports(Feature.INSERT_RETURNING)).isTrue();
        assertThat(COCKROACH.supports(Feature.RETURNING_ORDERED)).isFalse();
        assertThat(COCKROACH.supports(Feature.GROUPING_SETS)).isFalse();
        assertThat(YUGABYTE.supports(Feature.GROUPING_SETS)).isTrue();
        assertThat(YUGABYTE.supports(Feature.MERGE)).isTrue();
        for (Dialect dialect : List.of(COCKROACH, YUGABYTE)) {
            for (Feature feature : List.of(Feature.TWO_PHASE_COMMIT, Feature.DEFERRABLE_CONSTRAINTS,
                    Feature.EXCLUSION_CONSTRAINTS, Feature.TABLE_SAMPLE, Feature.TRANSACTIONAL_DDL)) {
                assertThat(dialect.supports(feature)).as(dialect + " " + feature).isFalse();
                assertThat(new PostgresDialect().supports(feature)).isTrue();
            }
        }
    }

    @Test
    void statementsAreThoseOfPostgres() {
        assertThat(COCKROACH.compile(Sql.select(accounts.id).where(accounts.owner.eq("ann")).forUpdate()).sql())
                .isEqualTo("""
                        SELECT accounts.id FROM accounts WHERE accounts.owner = ? FOR UPDATE""");
        assertThat(
                YUGABYTE.compile(Sql.insertInto(accounts).values(accounts.owner, "ann").returning(accounts.id)).sql())
                .isEqualTo("""
                        INSERT INTO accounts (owner) VALUES (?) RETURNING accounts.id""");
    }

    @Test
    void aDeferrableConstraintIsAnErrorThatNamesTheFeature() {
        Table table = new Notes();

        assertThatThrownBy(() -> COCKROACH.prepare(new CreateTable(table)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> YUGABYTE.prepare(new CreateTable(table)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void urlsHaveThePortsOfTheProducts() {
        assertThat(new PostgresBackendProvider().forUrl(DatabaseUrl.of("cockroachdb://root@db/shop")).orElseThrow()
                .target(DatabaseUrl.of("cockroachdb://root@db/shop"), Map.of()).url())
                .isEqualTo("jdbc:postgresql://db:26257/shop");
        assertThat(new PostgresBackendProvider().forUrl(DatabaseUrl.of("yugabytedb://db/shop")).orElseThrow()
                .target(DatabaseUrl.of("yugabytedb://db:5444/shop"), Map.of()).url())
                .isEqualTo("jdbc:postgresql://db:5444/shop");
        assertThat(new PostgresBackend(Product.YUGABYTEDB).target(DatabaseUrl.of("yugabytedb:///shop"), Map.of()).url())
                .isEqualTo("jdbc:postgresql://localhost:5433/shop");
    }

    @Test
    void whatTheDriverCannotDoThereIsNotUsed() {
        Backend cockroach = new PostgresBackend(Product.COCKROACHDB);
        Backend yugabyte = new PostgresBackend(Product.YUGABYTEDB);

        assertThat(List.of(cockroach, yugabyte)).allSatisfy(backend -> {
            assertThat(backend.twoPhase()).isEmpty();
            assertThat(backend.replication()).isEmpty();
            assertThat(backend.programLocks()).isInstanceOf(ProgramLocks.OfRow.class);
        });
        assertThat(cockroach.keyRetrieval().chunk()).isEqualTo(1);
        assertThat(cockroach.forVersion(new ServerVersion(13, 0, 0)).dialect().supports(Feature.TWO_PHASE_COMMIT))
                .isFalse();
    }

    @DatabaseTest(only = "postgresql")
    void theProtocolOfCockroachRunsTheBlockAgainInTheSameTransaction(Engine engine, StatementLog statements) {
        metadata.createAll(engine);
        statements.clear();
        int[] attempts = {0};

        long written = CockroachTransactions.fromTransaction(engine, 3, connection -> {
            connection.execute(Sql.insertInto(accounts).values(accounts.owner, "ann"));
            if (++attempts[0] < 3) {
                connection.executeDriverSql("DO $$ BEGIN RAISE EXCEPTION 'restart transaction' USING ERRCODE = '40001';"
                        + " END $$", List.of());
            }
            return connection.count(Sql.select(accounts.id));
        });

        assertThat(attempts[0]).isEqualTo(3);
        assertThat(written).isEqualTo(1);
        assertThat(statements.texts()).filteredOn(text -> text.contains("cockroach_restart")).containsExactly(
                "SAVEPOINT cockroach_restart", "ROLLBACK TO SAVEPOINT cockroach_restart",
                "ROLLBACK TO SAVEPOINT cockroach_restart", "RELEASE SAVEPOINT cockroach_restart");
        try (var connection = engine.connect()) {
            assertThat(connection.count(Sql.select(accounts.id))).isEqualTo(1);
        }
    }

    @DatabaseTest(only = "postgresql")
    void theProtocolGivesUpAfterTheLastAttempt(Engine engine) {
        metadata.createAll(engine);

        assertThatThrownBy(() -> CockroachTransactions.fromTransaction(engine, 1, connection -> {
            connection.execute(Sql.insertInto(accounts).values(accounts.owner, "ann"));
            return connection.executeDriverSql("DO $$ BEGIN RAISE EXCEPTION 'restart' USING ERRCODE = '40001'; END $$",
                    List.of());
        })).isInstanceOf(SerializationFailureException.class);
        assertThatThrownBy(() -> CockroachTransactions.fromTransaction(engine, -1, connection -> 1))
                .hasMessage("retries is -1. It must not be negative.");
        try (var connection = engine.connect()) {
            assertThat(connection.count(Sql.select(accounts.id))).isZero();
        }
    }
}
