package dev.rubedo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class DatabaseTestExtensionTest {

    @Test
    void aTestRunsOncePerDatabaseUnderItsName() {
        EngineExecutionResults results = run(Sample.class, "sqlite,h2");

        assertThat(results.testEvents().finished().stream().map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactlyInAnyOrder("sqlite", "h2");
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void onlyAndExceptNarrow() {
        EngineExecutionResults results = run(Narrowed.class, "sqlite,h2");

        assertThat(results.testEvents().finished().stream()
                .map(event -> event.getTestDescriptor().getParent().orElseThrow().getDisplayName() + " "
                        + event.getTestDescriptor().getDisplayName()))
                .containsExactlyInAnyOrder("onlyH2(TestDatabase) h2", "notH2(TestDatabase) sqlite");
    }

    @Test
    void aClassNarrowsItsTestsAndThoseNestedInIt() {
        EngineExecutionResults results = run(OfOneDatabase.class, "sqlite,h2");

        assertThat(results.testEvents().finished().stream().map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("h2", "h2");
    }

    @Test
    void whatIsLeftOutByChoiceIsReportedAsSkippedWithTheReason() {
        EngineExecutionResults results = run(OnlyPostgres.class, "sqlite");

        assertThat(results.containerEvents().skipped().stream()).singleElement().satisfies(
                event -> assertThat(event.getPayload(String.class)).hasValueSatisfying(
                        reason -> assertThat(reason).contains("Left out:")
                                .contains("postgresql (not in RUBEDO_DIALECTS)")));
    }

    @Test
    void aTestOfTheNetworkNeedsADatabaseThatHasOne() {
        EngineExecutionResults results = run(NeedsNetwork.class, "sqlite");

        assertThat(results.containerEvents().skipped().stream()).singleElement().satisfies(
                event -> assertThat(event.getPayload(String.class)).contains("[sqlite] cannot do [] over a network"));
    }

    @Test
    void aDatabaseThatCannotStartFailsWithInstructions() {
        EngineExecutionResults results = run(OnlyMySql.class, "mysql");

        assertThat(results.testEvents().failed().stream()).singleElement().satisfies(event -> assertThat(event
                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class).getThrowable().orElseThrow())
                .hasStackTraceContaining("MySQL could not be prepared for tests")
                .hasStackTraceContaining("RUBEDO_MYSQL_URL").hasStackTraceContaining("RUBEDO_DIALECTS"));
    }

    @Test
    void aFailureNamesItsDatabase() {
        EngineExecutionResults results = run(Failing.class, "h2");

        assertThat(results.testEvents().failed().stream()).singleElement().satisfies(event -> assertThat(event
                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class).getThrowable().orElseThrow())
                .hasMessage("wrong")
                .hasStackTraceContaining("Suppressed: this test failed on the database \"h2\""));
    }

    @Test
    void everyTestFindsItsDatabaseEmpty() {
        Isolated.NAMES.clear();

        EngineExecutionResults results = run(Isolated.class, "sqlite,h2,postgresql,mariadb");

        results.testEvents().assertStatistics(statistics -> statistics.succeeded(8).failed(0));
        assertThat(new TreeSet<>(Isolated.NAMES)).hasSize(8);
    }

    private static EngineExecutionResults run(Class<?> tests, String dialects) {
        System.setProperty("rubedo.dialects", dialects);
        System.setProperty("rubedo.mysql.archive", "/nowhere/mysql.zip");
        try {
            return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
        } finally {
            System.clearProperty("rubedo.dialects");
            System.clearProperty("rubedo.mysql.archive");
        }
    }

    static class Failing {
        @DatabaseTest
        void fails(TestDatabase database) {
            throw new IllegalStateException("wrong");
        }
    }

    static class Sample {
        @DatabaseTest
        void takesWhatItNeeds(TestDatabase database, StatementLog statements) {
            assertThat(statements).isSameAs(database.statements()).isEmpty();
        }
    }

    static class Narrowed {
        @DatabaseTest(only = "h2")
        void onlyH2(TestDatabase database) {
            assertThat(database.name()).isEqualTo("h2");
        }

        @DatabaseTest(except = "h2")
        void notH2(TestDatabase database) {
            assertThat(database.name()).isEqualTo("sqlite");
        }
    }

    @Databases("h2")
    static class OfOneDatabase {
        @DatabaseTest
        void here(TestDatabase database) {
            assertThat(database.name()).isEqualTo("h2");
        }

        @org.junit.jupiter.api.Nested
        class Inside {
            @DatabaseTest
            void there(TestDatabase database) {
                assertThat(database.name()).isEqualTo("h2");
            }
        }
    }

    static class OnlyPostgres {
        @DatabaseTest(only = "postgresql")
        void never(TestDatabase database) {
            throw new AssertionError(database);
        }
    }

    static class OnlyMySql {
        @DatabaseTest
        void never(TestDatabase database) {
            throw new AssertionError(database);
        }
    }

    static class NeedsNetwork {
        @DatabaseTest
        void never(FaultProxy network) {
            throw new AssertionError(network);
        }
    }

    static class Isolated {
        static final Set<String> NAMES = new ConcurrentSkipListSet<>();

        @BeforeEach
        void create(TestDatabase database) throws SQLException {
            execute(database, "CREATE TABLE mine (id INTEGER)");
        }

        @DatabaseTest
        void one(TestDatabase database) throws SQLException {
            NAMES.add(database.url());
            execute(database, "INSERT INTO mine (id) VALUES (1)");
        }

        @DatabaseTest
        void two(TestDatabase database) throws SQLException {
            one(database);
        }

        private static void execute(TestDatabase database, String sql) throws SQLException {
            try (java.sql.Connection connection = DriverManager.getConnection(database.url());
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
