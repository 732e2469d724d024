package dev.rubedo.micrometer;

import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * The meters of a session factory: sessions, loaded and written objects, flushes, lazy loads and the cache of plans
 * ({@code rubedo.session.*}). They read the statistics that the factory keeps anyway, when the registry polls them,
 * regardless of resets. Thread-safe.
 */
public final class SessionMeters implements MeterBinder {

    private final SessionFactory sessions;
    private final Tags tags;

    private SessionMeters(SessionFactory sessions, Tags tags) {
        this.sessions = sessions;
        this.tags = tags;
    }

    /**
     * Returns the meters of a session factory.
     *
     * @param tags the tags of all meters, for example to distinguish several factories
     */
    public static SessionMeters of(SessionFactory sessions, Tag... tags) {
        return new SessionMeters(Objects.requireNonNull(sessions, "sessions"), Tags.of(tags));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "opened", "Sessions that were opened", tags, SessionStatistics::sessions);
        counter(registry, "loaded", "Objects that were made from rows", tags, SessionStatistics::loaded);
        counter(registry, "flushes", "Flushes that wrote something", tags, SessionStatistics::flushes);
        counter(registry, "lazy_loads", "Accesses to attributes that executed a statement", tags,
                SessionStatistics::allLazyLoads);
        counter(registry, "written", "Written objects", tags.and("operation", "insert"), statistics -> statistics
                .writes().values().stream().mapToLong(SessionStatistics.Writes::inserted).sum());
        counter(registry, "written", "Written objects", tags.and("operation", "update"), statistics -> statistics
                .writes().values().stream().mapToLong(SessionStatistics.Writes::updated).sum());
        counter(registry, "written", "Written objects", tags.and("operation", "delete"), statistics -> statistics
                .writes().values().stream().mapToLong(SessionStatistics.Writes::deleted).sum());
        CacheMeters.bind(registry, "rubedo.session.plan_cache", tags, sessions,
                source -> source.totalStatistics().plans());
    }

    private void counter(MeterRegistry registry, String name, String description, Tags all,
            ToLongFunction<SessionStatistics> value) {
        FunctionCounter
                .builder("rubedo.session." + name, sessions, source -> value.applyAsLong(source.totalStatistics()))
                .description(description).tags(all).register(registry);
    }
}
