package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rubedo.compile.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServerVersionTest {

    private final FakeJdbc jdbc = new FakeJdbc();

    @Test
    void theFirstConnectionTellsTheVersion() {
        try (var engine = jdbc.engine()) {
            engine.dialect();
            engine.dialect();
            engine.connect().close();

            assertThat(jdbc.connections()).isEqualTo(1);
            assertThat(jdbc.versionQuestions()).isEqualTo(1);
            assertThat(jdbc.fittedTo()).containsExactly(ServerVersion.of(1, 0));
        }
    }

    @Test
    void aVersionThatIsGivenNeedsNoConnection() {
        try (var engine = jdbc.engine(builder -> builder.serverVersion(ServerVersion.of("0.9")))) {
            assertThat(engine.prepare(select(literal(1))).sql()).isEqualTo("SELECT 1 AS anon_1");

            assertThat(jdbc.connections()).isZero();
            assertThat(jdbc.fittedTo()).containsExactly(ServerVersion.of(0, 9));
        }
    }

    @Test
    void aServerOlderThanTheGivenVersionIsWarnedOfOnce() {
        assertThat(warnings(ServerVersion.of("3.2"))).singleElement().asString()
                .contains("version 1.0").contains("configured for version 3.2");
        assertThat(warnings(ServerVersion.of("0.9"))).isEmpty();
    }

    private List<String> warnings(ServerVersion given) {
        var logger = (Logger) LoggerFactory.getLogger(Server.class);
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        logger.addAppender(appender);
        try (var engine = new FakeJdbc().engine(builder -> builder.serverVersion(given))) {
            for (int i = 0; i < 2; i++) {
                try (var connection = engine.connect()) {
                    connection.execute(text("INSERT INTO t VALUES (1)"));
                }
                engine.invalidatePool();
            }
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
