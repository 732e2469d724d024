package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.pool.FakeDatabase;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {

    private final Users users = new Users();
    private final FakeJdbc driver = new FakeJdbc();

    @TempDir Path directory;

    /** Work whose events are recorded. */
    private interface Work {
        void run() throws Exception;
    }

    private List<RecordedEvent> recorded(String name, Work work) throws Exception {
        try (var recording = new Recording()) {
            recording.enable(name).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            return events(recording, name);
        }
    }

    private List<RecordedEvent> events(Recording recording, String name) throws IOException {
        var file = directory.resolve("recorded.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream().filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @Test
    void statementsAreRecordedWithTheirSubjectAndRowsButNoValues() throws Exception {
        driver.rows = List.of(new Object[]{1L}, new Object[]{2L});
        try (var engine = driver.engine()) {
            var events = recorded("rubedo.Statement", () -> engine.inTransaction(connection -> {
                connection.execute(select(users.id).where(users.name.eq("secret")), ExecuteOption.tag("list")).all();
                connection.execute(update(users).set(users.name, "secret"));
            }));

            assertThat(events).hasSize(2);
            var query = events.get(0);
            assertThat(query.getString("sql")).isEqualTo("SELECT users.id FROM users WHERE users.name = ?");
            assertThat(query.getString("summary")).isEqualTo("SELECT users");
            assertThat(query.getString("operation")).isEqualTo("SELECT");
            assertThat(query.getString("tag")).isEqualTo("list");
            assertThat(query.getLong("readRows")).isEqualTo(2);
            assertThat(query.getLong("changedRows")).isEqualTo(-1);
            assertThat(query.getString("error")).isNull();
            assertThat(query.getStackTrace().getFrames()).isNotEmpty();
            assertThat(events.get(1).getString("summary")).isEqualTo("UPDATE users");
            assertThat(events).noneSatisfy(event -> assertThat(event.toString()).contains("secret"));
        }
    }

    @Test
    void aFailedStatementIsRecordedWithItsError() throws Exception {
        driver.failWith("42000");
        try (var engine = driver.engine()) {
            var events = recorded("rubedo.Statement", () -> assertThatThrownBy(() -> engine
                    .inTransaction(connection -> connection.all(select(users.id))))
                    .isInstanceOf(DatabaseException.class));

            assertThat(events).singleElement().satisfies(
                    event -> assertThat(event.getString("error")).isEqualTo("SQLException"));
        }
    }

    @Test
    void transactionsAreRecordedWithTheirOutcome() throws Exception {
        try (var engine = driver.engine()) {
            var events = recorded("rubedo.Transaction", () -> {
                engine.inTransaction(connection -> connection.all(select(users.id)));
                try (var connection = engine.connect()) {
                    connection.all(select(users.id));
                }
            });

            assertThat(events).extracting(event -> event.getString("outcome"))
                    .containsExactly("committed", "rolled back");
        }
    }

    @Test
    void waitsForAConnectionAreRecorded() throws Exception {
        var pool = new QueuePool(new FakeDatabase(),
                PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0).withTimeout(Duration.ofMillis(20)));
        var only = pool.checkOut();

        var events = recorded("rubedo.PoolWait",
                () -> assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getBoolean("succeeded")).isFalse();
            assertThat(event.getInt("limit")).isEqualTo(1);
            assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(15));
        });
        assertThat(pool.statistics().timeouts()).isEqualTo(1);
        assertThat(pool.statistics().waits()).isEqualTo(1);
        assertThat(pool.statistics().waited()).isGreaterThanOrEqualTo(Duration.ofMillis(15));
        pool.checkIn(only);
        pool.close();
    }

    @Test
    void nothingIsRecordedWithoutARecording() {
        assertThat(StatementEvent.begun()).isNull();
        assertThat(TransactionEvent.begun()).isNull();
    }
}
