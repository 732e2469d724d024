package dev.rubedo.micrometer;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.EngineStatistics;
import dev.rubedo.engine.StatementKind;
import dev.rubedo.event.Registration;
import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PoolStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The meters of an engine: its pool, with the names of OpenTelemetry's conventions ({@code db.client.connection.*}),
 * its statements, transactions and the cache of compiled statements ({@code rubedo.*}). They read the statistics that
 * the engine keeps anyway, when the registry polls them, regardless of resets. Thread-safe.
 */
public final class EngineMeters implements MeterBinder, AutoCloseable {

    private final Engine engine;
    private final Tags tags;
    private final CopyOnWriteArrayList<Registration> registrations = new CopyOnWriteArrayList<>();

    private EngineMeters(Engine engine, Tags tags) {
        this.engine = engine;
        this.tags = tags;
    }

    /**
     * Returns the meters of an engine.
     *
     * @param name the name of its pool, {@code db.client.connection.pool.name}
     * @param tags further tags of all meters
     */
    public static EngineMeters of(Engine engine, String name, Tag... tags) {
        Objects.requireNonNull(engine, "engine");
        return new EngineMeters(engine, Tags.of("db.client.connection.pool.name", name).and(tags));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "db.client.connection.count", "Connections of the pool",
                tags.and("db.client.connection.state", "used"),
                PoolStatus::checkedOut);
        gauge(registry, "db.client.connection.count", "Connections of the pool",
                tags.and("db.client.connection.state", "idle"),
                PoolStatus::idle);
        gauge(registry, "db.client.connection.pending_requests", "Callers that wait for a connection", tags,
                PoolStatus::waiting);
        if (engine.poolStatus().limit() != Integer.MAX_VALUE) {
            gauge(registry, "db.client.connection.max", "Connections that may be in use at once", tags,
                    PoolStatus::limit);
        }
        counter(registry, "db.client.connection.timeouts", "Callers that got no connection in time", tags,
                statistics -> statistics.pool().timeouts());
        counter(registry, "rubedo.connection.opened", "Physical connections that were opened", tags,
                statistics -> statistics.pool().opened());
        waits(registry);
        statements(registry);
        cache(registry);
    }

    private void waits(MeterRegistry registry) {
        var timer = Timer.builder("db.client.connection.wait_time")
                .description("Time that callers waited for a connection in use by others").tags(tags)
                .register(registry);
        registrations.add(engine.listenToPool(new PoolListener() {
            @Override
            public void afterWait(Duration waited, boolean succeeded) {
                timer.record(waited);
            }
        }));
    }

    private void statements(MeterRegistry registry) {
        for (var kind : StatementKind.values()) {
            counter(registry, "rubedo.statements", "Executed statements",
                    tags.and("db.operation.name", kind.name().toLowerCase(Locale.ROOT)),
                    statistics -> statistics.executed(kind));
        }
        counter(registry, "rubedo.statements.failed", "Statements that failed", tags, EngineStatistics::errors);
        counter(registry, "rubedo.rows.read", "Rows that the program has read", tags, EngineStatistics::rowsRead);
        counter(registry, "rubedo.rows.changed", "Rows that statements have changed", tags,
                EngineStatistics::rowsChanged);
        counter(registry, "rubedo.round_trips", "Driver calls that wait for the database", tags,
                EngineStatistics::roundTrips);
        counter(registry, "rubedo.transactions", "Ended transactions", tags.and("outcome", "committed"),
                EngineStatistics::committed);
        counter(registry, "rubedo.transactions", "Ended transactions", tags.and("outcome", "rolled_back"),
                EngineStatistics::rolledBack);
    }

    private void cache(MeterRegistry registry) {
        CacheMeters.bind(registry, "rubedo.compiled_cache", tags, engine,
                source -> source.totalStatistics().compiled());
    }

    private void gauge(MeterRegistry registry, String name, String description, Tags all,
            ToDoubleFunction<PoolStatus> value) {
        Gauge.builder(name, engine, source -> value.applyAsDouble(source.poolStatus())).description(description)
                .tags(all).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String description, Tags all,
            ToLongFunction<EngineStatistics> value) {
        FunctionCounter.builder(name, engine, source -> value.applyAsLong(source.totalStatistics()))
                .description(description).tags(all).register(registry);
    }

    /** Stops listening to the pool. The meters stay in their registry. */
    @Override
    public void close() {
        registrations.forEach(Registration::remove);
        registrations.clear();
    }
}
