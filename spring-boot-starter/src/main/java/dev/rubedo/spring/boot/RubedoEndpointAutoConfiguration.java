package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Adds the endpoint, if it is exposed and there is one engine and factory, or a primary one. Stateless. */
@AutoConfiguration(after = RubedoAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnSingleCandidate(SessionFactory.class)
public class RubedoEndpointAutoConfiguration {

    /** Created by Spring. */
    public RubedoEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    @ConditionalOnSingleCandidate(Engine.class)
    RubedoEndpoint rubedoEndpoint(Engine engine, SessionFactory sessions, ObjectProvider<SchemaAtStart> schema) {
        var revisions = schema.getIfAvailable();
        return new RubedoEndpoint(engine, sessions.model(), revisions == null ? null : revisions::state);
    }
}
