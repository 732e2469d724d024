package dev.rubedo.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Echo;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.spring.RubedoTransactionManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What the starter configures. */
class RubedoAutoConfigurationTest {

    private static int databases;

    /** An application that declares nothing. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Notes.class)
    static class Application {}

    /** An application with a model of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithModel {
        @Bean
        Model model() {
            return Model.of(Note_.NOTE);
        }
    }

    /** An application with a factory of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithFactory {
        @Bean
        SessionFactory sessions(Engine engine) {
            return SessionFactory.of(engine, Model.of(Note_.NOTE));
        }
    }

    static ConfigurableApplicationContext run(Class<?> application, String... properties) {
        return runOn("jdbc:h2:mem:boot" + ++databases + ";DB_CLOSE_DELAY=-1", application, properties);
    }

    private static ConfigurableApplicationContext runOn(String url, Class<?> application, String... properties) {
        var arguments = new ArrayList<>(List.of("--spring.datasource.url=" + url, "--spring.main.banner-mode=off"));
        for (var property : properties) {
            arguments.add("--" + property);
        }
        return SpringApplication.run(application, arguments.toArray(String[]::new));
    }

    @Test
    void anApplicationNeedsNothingButADataSource() {
        try (var context = run(Application.class, "rubedo.migrate.on-start=upgrade")) {
            var notes = context.getBean(Notes.class);

            notes.add("one", "two");

            assertThat(notes.all()).containsExactly("one", "two");
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM notes", Integer.class))
                    .isEqualTo(2);
            assertThat(context.getBean(PlatformTransactionManager.class)).isInstanceOf(RubedoTransactionManager.class);
        }
    }

    @Test
    void aFailureRollsBackAndIsOneOfSpring() {
        try (var context = run(Application.class, "rubedo.migrate.on-start=upgrade")) {
            var notes = context.getBean(Notes.class);

            assertThatThrownBy(() -> notes.add("one", "one")).isInstanceOf(DuplicateKeyException.class);

            assertThat(notes.all()).isEmpty();
        }
    }

    @Test
    void propertiesReachTheEngine() {
        try (var context = run(WithModel.class, "rubedo.echo=parameters", "rubedo.statement-timeout=3s")) {
            var engine = context.getBean(Engine.class);

            assertThat(engine.echo()).isEqualTo(Echo.PARAMETERS);
            assertThat(context.getBean(SessionFactory.class).engine()).isSameAs(engine);
            assertThat(context.getBean(RubedoProperties.class).statementTimeout()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void anApplicationDoesNotStartOnAnOldSchemaIfItValidates() {
        assertThatThrownBy(() -> run(Application.class, "rubedo.migrate.on-start=validate").close())
                .isInstanceOf(BeanCreationException.class).hasRootCauseInstanceOf(OutOfDateException.class);
    }

    @Test
    void aFactoryOfTheApplicationDoesNotKeepTheSchemaFromBeingValidated() {
        assertThatThrownBy(() -> run(WithFactory.class, "rubedo.migrate.on-start=validate").close())
                .hasRootCauseInstanceOf(OutOfDateException.class);
    }

    @Test
    void aSecondStartFindsTheSchemaUpToDate() {
        String url = "jdbc:h2:mem:boot" + ++databases + ";DB_CLOSE_DELAY=-1";
        runOn(url, Application.class, "rubedo.migrate.on-start=upgrade").close();

        try (var context = runOn(url, Application.class, "rubedo.migrate.on-start=validate")) {
            assertThat(context.getBean(Notes.class).all()).isEmpty();
        }
    }
}
