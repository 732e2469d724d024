package dev.rubedo.spring.boot;

import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and the endpoint. */
class ActuatorTest {

    @Test
    void aDatabaseAtTheNewestRevisionIsUp() {
        try (var context = RubedoAutoConfigurationTest.run(RubedoAutoConfigurationTest.Application.class,
                "rubedo.migrate.on-start=upgrade")) {
            var health = context.getBean(RubedoHealth.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("database", "h2")
                    .containsEntry("revisions", Set.of("abcd123400")).containsKey("version")
                    .doesNotContainKey("expected");
        }
    }

    @Test
    void anOldSchemaIsOutOfService() {
        try (var context = RubedoAutoConfigurationTest.run(RubedoAutoConfigurationTest.Application.class)) {
            var health = context.getBean(RubedoHealth.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails()).containsEntry("revisions", Set.of())
                    .containsEntry("expected", Set.of("abcd123400"));
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsDown() {
        try (var context = RubedoAutoConfigurationTest.run(RubedoAutoConfigurationTest.Application.class,
                "rubedo.migrate.on-start=upgrade")) {
            var health = context.getBean(RubedoHealth.class);
            try (var connection = context.getBean(Engine.class).connect()) {
                connection.execute(text("SHUTDOWN"));
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("closed");
            }

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void theEndpointTellsEntitiesAndRevisions() {
        try (var context = RubedoAutoConfigurationTest.run(RubedoAutoConfigurationTest.Application.class,
                "rubedo.migrate.on-start=upgrade", "management.endpoints.web.exposure.include=rubedo",
                "management.endpoints.jmx.exposure.include=rubedo")) {
            var all = context.getBean(RubedoEndpoint.class).read();

            assertThat(all).containsKeys("database", "cachedStatements", "entities", "revisions");
            assertThat(all.get("entities").toString())
                    .isEqualTo("[{entity=dev.rubedo.spring.boot.Note, tables=[notes]}]");
            assertThat(all.get("revisions")).isEqualTo(
                    Map.of("current", Set.of("abcd123400"), "heads", Set.of("abcd123400"), "upToDate", true));
        }
    }

    @Test
    void whatIsNotExposedIsNotThere() {
        try (var context = RubedoAutoConfigurationTest.run(RubedoAutoConfigurationTest.Application.class,
                "rubedo.migrate.on-start=upgrade", "management.endpoints.access.default=none",
                "management.health.rubedo.enabled=false")) {
            assertThat(context.getBeansOfType(RubedoEndpoint.class)).isEmpty();
            assertThat(context.getBeansOfType(RubedoHealth.class)).isEmpty();
        }
    }

    /** An application with two databases, none of which is the main one. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class TwoEngines {
        @Bean
        Engine first() {
            return Engine.create("jdbc:h2:mem:boot-first");
        }

        @Bean
        Engine second() {
            return Engine.create("jdbc:h2:mem:boot-second");
        }

        @Bean
        SessionFactory sessions(@Qualifier("first") Engine first) {
            return SessionFactory.of(first, Model.of(Note_.NOTE));
        }
    }

    @Test
    void anApplicationWithTwoEnginesStartsWithoutHealthAndEndpoint() {
        try (var context = RubedoAutoConfigurationTest.run(TwoEngines.class,
                "management.endpoints.web.exposure.include=rubedo",
                "management.endpoints.jmx.exposure.include=rubedo")) {
            assertThat(context.getBeansOfType(Engine.class)).hasSize(2);
            assertThat(context.getBeansOfType(RubedoHealth.class)).isEmpty();
            assertThat(context.getBeansOfType(RubedoEndpoint.class)).isEmpty();
        }
    }
}
