package dev.rubedo.spring.boot;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.engine.Engine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health of the database as the engine sees it: down if it does not respond, out of service if its schema is not at
 * the revisions of the application. Thread-safe.
 */
final class RubedoHealth extends AbstractHealthIndicator {

    private final Engine engine;
    private final @Nullable Function<Engine, SchemaState> schema;

    RubedoHealth(Engine engine, @Nullable Function<Engine, SchemaState> schema) {
        super("The database did not answer");
        this.engine = engine;
        this.schema = schema;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        engine.inTransaction(connection -> connection.one(select(literal(1))));
        health.up().withDetail("database", engine.dialectName()).withDetail("version",
                engine.dialect().version().toString());
        if (schema != null) {
            var state = schema.apply(engine);
            health.withDetail("revisions", state.current());
            if (!state.isUpToDate()) {
                health.outOfService().withDetail("expected", state.heads());
            }
        }
    }
}
