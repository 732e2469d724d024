package dev.rubedo.testing.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * The common start of all servers: first a URL from the environment, and instructions if starting fails. Stateless.
 */
final class ServerStart {

    private ServerStart() {}

    /** Starts a server, or connects to the one at the given URL. */
    interface Start {
        DatabaseServer with(Optional<String> url) throws IOException, SQLException;
    }

    static DatabaseServer attempt(String product, String name, String variable, Start start) {
        Optional<String> url = setting(variable);
        try {
            return start.with(url);
        } catch (IOException | SQLException | IllegalArgumentException problem) {
            String remedy = "Either remove the cause, or set " + variable
                    + " to the JDBC URL of a server that tests may use, or leave " + name
                    + " out by naming the databases to test in RUBEDO_DIALECTS (for example RUBEDO_DIALECTS=sqlite,h2).";
            throw new ServerUnavailableException(product, url.map(given -> variable + " is set, but: ").orElse("")
                    + problem.getMessage(), remedy, problem);
        }
    }

    /** Returns an environment variable, or the equivalent system property (rubedo.pg.url); empty if blank. */
    static Optional<String> setting(String variable) {
        String property = System.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
        String value = property == null ? System.getenv(variable) : property;
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
