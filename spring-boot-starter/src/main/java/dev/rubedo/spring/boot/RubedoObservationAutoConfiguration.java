package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.micrometer.EngineMeters;
import dev.rubedo.micrometer.ObservedStatementConvention;
import dev.rubedo.micrometer.ObservedStatements;
import dev.rubedo.micrometer.OpenTelemetryConvention;
import dev.rubedo.micrometer.SessionMeters;
import dev.rubedo.orm.session.SessionFactory;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Observes the statements of the application's engine and offers its meters to Spring Boot, which binds them to its
 * registries, if {@code rubedo-micrometer} is on the class path. {@code rubedo.observation.enabled=false} turns it off.
 * Stateless.
 */
@AutoConfiguration(after = RubedoAutoConfiguration.class)
@ConditionalOnClass({ObservedStatements.class, ObservationRegistry.class})
@ConditionalOnSingleCandidate(Engine.class)
@ConditionalOnProperty(name = "rubedo.observation.enabled", matchIfMissing = true)
public class RubedoObservationAutoConfiguration {

    /** Created by Spring. */
    public RubedoObservationAutoConfiguration() {}

    /** Returns how statements are observed, with the convention that the application declares, if it does. */
    @Bean
    @ConditionalOnMissingBean
    ObservedStatements rubedoObservedStatements(ObjectProvider<ObservationRegistry> registry,
            ObjectProvider<ObservedStatementConvention> convention) {
        return ObservedStatements.of(registry.getIfAvailable(() -> ObservationRegistry.NOOP))
                .withConvention(convention.getIfAvailable(() -> OpenTelemetryConvention.DEFAULT));
    }

    /** Starts to observe the engine, unless there is no registry, in which case observations would have no effect. */
    @Bean(destroyMethod = "remove")
    Registration rubedoObservation(Engine engine, ObservedStatements statements,
            ObjectProvider<ObservationRegistry> registry) {
        return registry.getIfAvailable(() -> ObservationRegistry.NOOP).isNoop() ? () -> {}
                : statements.observe(engine);
    }

    /** Returns the meters of the engine. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    EngineMeters rubedoEngineMeters(Engine engine) {
        return EngineMeters.of(engine, "rubedo");
    }

    /** Returns the meters of sessions. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(SessionFactory.class)
    SessionMeters rubedoSessionMeters(SessionFactory sessions) {
        return SessionMeters.of(sessions);
    }
}
