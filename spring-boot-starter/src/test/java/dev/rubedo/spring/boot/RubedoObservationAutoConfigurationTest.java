package dev.rubedo.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.micrometer.EngineMeters;
import dev.rubedo.micrometer.SessionMeters;
import dev.rubedo.orm.model.Model;
import dev.rubedo.sql.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the starter does with Micrometer. */
class RubedoObservationAutoConfigurationTest {

    /** An application without a registry. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Unobserved {
        @Bean
        Model model() {
            return Model.of(Note_.NOTE);
        }
    }

    /** An application with a registry. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Observed {
        @Bean
        Model model() {
            return Model.of(Note_.NOTE);
        }

        @Bean
        TestObservationRegistry registry() {
            return TestObservationRegistry.create();
        }
    }

    private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
        var all = new String[properties.length + 2];
        all[0] = "--spring.datasource.url=jdbc:h2:mem:" + application.getSimpleName() + properties.length
                + ";DB_CLOSE_DELAY=-1";
        all[1] = "--spring.main.banner-mode=off";
        System.arraycopy(properties, 0, all, 2, properties.length);
        return SpringApplication.run(application, all);
    }

    private static void query(ConfigurableApplicationContext context) {
        var engine = context.getBean(Engine.class);
        engine.inTransaction(connection -> connection.execute(Sql.text("SELECT 1")).all());
    }

    @Test
    void statementsAreObservedAndMetersOffered() {
        try (var context = run(Observed.class)) {
            query(context);

            TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
                    .hasSingleObservationThat().hasNameEqualTo("db.client.operation.duration");
            var meters = new SimpleMeterRegistry();
            context.getBean(EngineMeters.class).bindTo(meters);
            context.getBean(SessionMeters.class).bindTo(meters);
            assertThat(meters.get("rubedo.statements").tag("db.operation.name", "text").functionCounter().count())
                    .isPositive();
            assertThat(meters.get("rubedo.session.opened").functionCounter().count()).isZero();
        }
    }

    @Test
    void withoutARegistryTheEngineHasNoListener() {
        try (var context = run(Unobserved.class)) {
            assertThat(context.getBean(Engine.class).hasListeners()).isFalse();
        }
    }

    @Test
    void aPropertyTurnsItOff() {
        try (var context = run(Observed.class, "--rubedo.observation.enabled=false")) {
            query(context);

            assertThat(context.getBeansOfType(EngineMeters.class)).isEmpty();
            TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
                    .doesNotHaveAnyObservation();
        }
    }
}
