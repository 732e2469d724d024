package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Adds the endpoint, if it is exposed. Stateless. */
@AutoConfiguration(after = RubedoAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(SessionFactory.class)
public class RubedoEndpointAutoConfiguration {

    /** Created by Spring. */
    public RubedoEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    RubedoEndpoint rubedoEndpoint(Engine engine, SessionFactory sessions, ObjectProvider<SchemaAtStart> schema) {
        var revisions = schema.getIfAvailable();
        return new RubedoEndpoint(engine, sessions.model(), revisions == null ? null : revisions::state);
    }
}
