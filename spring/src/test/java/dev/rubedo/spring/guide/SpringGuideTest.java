package dev.rubedo.spring.guide;

import static dev.rubedo.spring.guide.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.spring.RubedoTransactionManager;
import dev.rubedo.spring.SpringSessions;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The samples of {@code docs/guide/spring.md}. */
class SpringGuideTest {

    /** An application without Spring Boot. */
    @Configuration
    @EnableTransactionManagement
    @Import(Notes.class)
    static class Application {

        @Bean
        DataSource source() {
            return new DriverManagerDataSource("jdbc:h2:mem:spring_guide;DB_CLOSE_DELAY=-1");
        }

        @Bean
        SessionFactory sessions(DataSource source) {
            return SessionFactory.of(Engine.of(source), Model.of(NOTE));
        }

        @Bean
        PlatformTransactionManager transactionManager(SessionFactory sessions, DataSource source) {
            return new RubedoTransactionManager(sessions, source);
        }

        @Bean(destroyMethod = "")
        Session session(SessionFactory sessions) {
            return SpringSessions.proxy(sessions);
        }
    }

    @Test
    void theSamplesDoWhatTheySay() {
        try (var context = new AnnotationConfigApplicationContext(Application.class)) {
            DataSource source = context.getBean(DataSource.class);
            Engine apart = Engine.builder(source).besideOtherTransactions().build();
            Model.of(NOTE).metadata().createAll(apart);

            context.getBean(Notes.class).add("two", "one");

            assertThat(context.getBean(Notes.class).all()).containsExactly("one", "two");
            apart.close();
        }
    }
}
