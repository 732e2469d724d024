package dev.rubedo.micrometer;

import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.Types;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.transport.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class ObservedStatementsTest {

    private static final MetaData METADATA = new MetaData();
    private static final Songs SONGS = new Songs();

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final List<ObservedStatement> stopped = new ArrayList<>();

    /** A table. */
    private static final class Songs extends Table {
        final Column<Long> id = column("id", Types.BIGINT).primaryKey();
        final Column<String> title = column("title", Types.string(50)).notNull();

        Songs() {
            super("songs", METADATA);
        }
    }

    private Engine observed(Engine engine, ObservedStatements observations) {
        METADATA.createAll(engine);
        registry.observationConfig().observationHandler(new ObservationHandler<ObservedStatement>() {
            @Override
            public void onStop(ObservedStatement context) {
                stopped.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof ObservedStatement;
            }
        });
        observations.observe(engine);
        return engine;
    }

    private Map<String, String> low(int index) {
        return map(stopped.get(index).getLowCardinalityKeyValues());
    }

    private Map<String, String> high(int index) {
        return map(stopped.get(index).getHighCardinalityKeyValues());
    }

    private static Map<String, String> map(KeyValues values) {
        return values.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    @DatabaseTest
    void aStatementHasTheStableNamesOfOpenTelemetry(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));

        engine.inTransaction(connection -> connection
                .execute(select(SONGS.title).where(SONGS.id.eq(7L)), ExecuteOption.tag("home")).all());

        assertThat(registry).hasSingleObservationThat().hasBeenStarted().hasBeenStopped()
                .hasNameEqualTo("db.client.operation.duration").hasContextualNameEqualTo("SELECT songs");
        assertThat(low(0)).containsEntry("db.system.name", switch (engine.dialectName()) {
            case "h2" -> "h2database";
            default -> engine.dialectName();
        }).containsEntry("db.operation.name", "SELECT").containsEntry("db.collection.name", "songs")
                .containsEntry("db.query.summary", "SELECT songs").containsEntry("error.type", "none")
                .containsEntry("db.response.status_code", "none").containsKeys("server.address", "server.port",
                        "db.namespace");
        assertThat(high(0).get("db.query.text")).contains("songs.title").contains("?").doesNotContain("7");
        assertThat(high(0)).containsEntry("rubedo.tag", "home").doesNotContainKey("db.response.returned_rows");
        assertThat(stopped.get(0).getKind()).isEqualTo(Kind.CLIENT);
    }

    @DatabaseTest
    void aBatchIsNamedAsOneAndHasItsSize(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));

        engine.inTransaction(connection -> connection.executeMany(
                insertInto(SONGS).values(SONGS.id, bind("id", Types.BIGINT))
                        .values(SONGS.title, bind("title", Types.STRING)),
                List.of(Map.of("id", 1L, "title", "a"), Map.of("id", 2L, "title", "b"))));

        assertThat(registry).hasSingleObservationThat().hasContextualNameEqualTo("BATCH INSERT songs");
        assertThat(low(0)).containsEntry("db.operation.name", "BATCH INSERT");
        assertThat(high(0)).containsEntry("db.operation.batch.size", "2");
    }

    @DatabaseTest
    void handwrittenSqlIsNotParsedAndNotShownUnlessItIsWanted(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));
        engine.inTransaction(connection -> connection.execute(text("SELECT count(*) FROM songs")).all());

        assertThat(registry).hasSingleObservationThat().hasContextualNameEqualTo("TEXT");
        assertThat(low(0)).containsEntry("db.operation.name", "none").containsEntry("db.collection.name", "none");
        assertThat(high(0)).doesNotContainKey("db.query.text");

        ObservedStatements.of(registry).withConvention(OpenTelemetryConvention.DEFAULT.withHandwrittenText())
                .observe(engine);
        stopped.clear();
        engine.inTransaction(connection -> connection.execute(text("SELECT count(*) FROM songs")).all());
        assertThat(stopped).hasSize(2);
        assertThat(high(1)).containsEntry("db.query.text", "SELECT count(*) FROM songs");
    }

    @DatabaseTest
    void aFailureHasTheStateOfTheDatabase(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));
        engine.inTransaction(
                connection -> connection.execute(insertInto(SONGS).values(SONGS.id, 1L, SONGS.title, "a")));
        stopped.clear();

        assertThatThrownBy(() -> engine.inTransaction(
                connection -> connection.execute(insertInto(SONGS).values(SONGS.id, 1L, SONGS.title, "b"))))
                .isInstanceOf(DatabaseException.class);

        var failure = stopped.get(0).failure();
        assertThat(failure).isNotNull();
        assertThat(stopped.get(0).getError()).isSameAs(failure);
        assertThat(low(0).get("error.type"))
                .isEqualTo(failure.sqlState().isEmpty() ? failure.getClass().getName() : failure.sqlState());
    }

    @DatabaseTest
    void aStatementThatCannotBePreparedIsObservedOnce(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));

        assertThatThrownBy(() -> engine.inTransaction(
                connection -> connection.execute(text("SELECT nothing FROM nowhere")).all()))
                .isInstanceOf(DatabaseException.class);

        assertThat(registry).hasSingleObservationThat().hasError();
        assertThat(low(0).get("error.type")).isNotEqualTo("none");
    }

    @DatabaseTest
    void rowsAreCountedIfTheObservationLastsUntilTheyAreRead(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry).untilRead());

        engine.inTransaction(connection -> {
            connection.execute(insertInto(SONGS).values(SONGS.id, 1L, SONGS.title, "a"));
            connection.execute(insertInto(SONGS).values(SONGS.id, 2L, SONGS.title, "b"));
            connection.all(select(SONGS.title));
        });

        assertThat(stopped).hasSize(3);
        assertThat(high(2)).containsEntry("db.response.returned_rows", "2");
        assertThat(registry).hasNumberOfObservationsEqualTo(3);
    }

    @DatabaseTest(only = "sqlite")
    void theParentIsTheCurrentObservation(Engine given) {
        var engine = observed(given, ObservedStatements.of(registry));

        Observation.createNotStarted("request", registry).observe(
                () -> engine.inTransaction(connection -> connection.all(select(SONGS.title))));

        assertThat(stopped.get(0).getParentObservation()).isNotNull();
    }

    @DatabaseTest(only = "sqlite")
    void nothingIsObservedAfterTheRegistrationWasRemovedOrWithoutARegistry(Engine engine) {
        METADATA.createAll(engine);
        ObservedStatements.of(ObservationRegistry.NOOP).observe(engine);
        var registration = ObservedStatements.of(registry).observe(engine);
        registration.remove();

        engine.inTransaction(connection -> connection.all(select(SONGS.title)));

        assertThat(registry).doesNotHaveAnyObservation();
    }

    @DatabaseTest(only = "sqlite")
    void aTimerIsMadeOfTheObservations(Engine given) {
        var meters = new SimpleMeterRegistry();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        var engine = observed(given, ObservedStatements.of(registry));

        engine.inTransaction(connection -> {
            connection.all(select(SONGS.title));
            connection.all(select(SONGS.title));
        });

        assertThat(meters.get("db.client.operation.duration").tag("db.query.summary", "SELECT songs")
                .tag("db.collection.name", "songs").timer().count()).isEqualTo(2);
    }
}
