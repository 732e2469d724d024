package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Adds the health indicator, with Spring Boot 4 and its health module on the class path, if there is one engine or a
 * primary one. Stateless.
 */
@AutoConfiguration(after = RubedoAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnSingleCandidate(Engine.class)
@ConditionalOnEnabledHealthIndicator("rubedo")
public class RubedoHealthAutoConfiguration {

    /** Created by Spring. */
    public RubedoHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "rubedoHealthIndicator")
    RubedoHealth rubedoHealthIndicator(Engine engine, ObjectProvider<SchemaAtStart> schema) {
        var revisions = schema.getIfAvailable();
        return new RubedoHealth(engine, revisions == null ? null : revisions::state);
    }
}
