package dev.rubedo.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is written to one logger while this is open. */
final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level level;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LogCapture(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        appender.start();
        level = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);
    }

    /** Returns the messages since the previous call. */
    List<String> take() {
        var messages = appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        appender.list.clear();
        return messages;
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(level);
    }
}
