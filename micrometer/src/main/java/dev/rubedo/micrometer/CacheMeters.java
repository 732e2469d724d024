package dev.rubedo.micrometer;

import dev.rubedo.engine.StatementCacheStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.Function;

/** The meters of a statement cache, which refer to its owner weakly. Stateless. */
final class CacheMeters {

    private CacheMeters() {}

    /** Binds the meters. The function must not refer to the source, because the registry would then retain it. */
    static <S> void bind(MeterRegistry registry, String name, Tags tags, S source,
            Function<S, StatementCacheStatistics> statistics) {
        FunctionCounter.builder(name, source, of -> statistics.apply(of).hits()).tags(tags.and("result", "hit"))
                .description("Requests of statements").register(registry);
        FunctionCounter.builder(name, source, of -> statistics.apply(of).misses()).tags(tags.and("result", "miss"))
                .description("Requests of statements").register(registry);
        FunctionCounter.builder(name + ".evictions", source, of -> statistics.apply(of).evictions()).tags(tags)
                .description("Statements that were evicted because the cache was full").register(registry);
        Gauge.builder(name + ".size", source, of -> statistics.apply(of).size()).tags(tags)
                .description("Statements in the cache").register(registry);
        Gauge.builder(name + ".weight", source, of -> statistics.apply(of).weight()).tags(tags).baseUnit("bytes")
                .description("Approximate memory of the cache").register(registry);
    }
}
