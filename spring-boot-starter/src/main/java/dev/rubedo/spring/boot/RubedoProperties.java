package dev.rubedo.spring.boot;

import dev.rubedo.engine.Echo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code rubedo.*}. The connections are those of {@code spring.datasource.*}. Immutable.
 *
 * @param echo what is logged to {@code dev.rubedo.sql}: none, sql, parameters or rows
 * @param statementTimeout the timeout of each statement, or null for none
 * @param migrate what happens to the schema at start-up
 */
@ConfigurationProperties("rubedo")
public record RubedoProperties(@DefaultValue("NONE") Echo echo, @Nullable Duration statementTimeout,
        @DefaultValue Migrate migrate) {

    /**
     * The properties {@code rubedo.migrate.*}, which need {@code rubedo-migrate} on the class path. Immutable.
     *
     * @param onStart what to do when the application starts
     */
    public record Migrate(@DefaultValue("NONE") OnStart onStart) {}

    /** What happens to the schema when the application starts. */
    public enum OnStart {
        /** Nothing. */
        NONE,
        /** The application does not start on a database that is not at the newest revision. */
        VALIDATE,
        /** The database is upgraded; if several instances start, one upgrades and the others wait. */
        UPGRADE
    }
}
