package dev.rubedo.spring.boot;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.spring.boot.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.orm.session.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The slice of an application that works with its database. */
@RubedoTest(properties = "spring.datasource.url=jdbc:h2:mem:slice;DB_CLOSE_DELAY=-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RubedoSliceTest {

    /** The application, found by the test. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = RubedoSliceTest.class, excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*RubedoAutoConfigurationTest.*")})
    static class Application {}

    /** A part of the application that has nothing to do with the database. */
    @Component
    static class Mailer {
        Mailer() {
            throw new AssertionError("the slice has no mailer");
        }
    }

    @Autowired private Notes notes;

    @Autowired private Session session;

    @Autowired private JdbcTemplate jdbc;

    @Autowired private ApplicationContext context;

    @Test
    @Order(1)
    void repositoriesAndSessionsAreThere(@Autowired ObjectProvider<Mailer> mailer) {
        notes.add("one", "two");

        assertThat(session.all(select(NOTE.text).orderBy(NOTE.text))).containsExactly("one", "two");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM notes", Integer.class)).isEqualTo(2);
        assertThat(mailer.getIfAvailable()).isNull();
        assertThat(context.containsBean("rubedoHealthIndicator")).isFalse();
    }

    @Test
    @Order(2)
    void whatATestWroteIsRolledBack() {
        assertThat(notes.all()).isEmpty();
    }
}
