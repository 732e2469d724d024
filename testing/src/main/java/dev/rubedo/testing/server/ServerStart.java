package dev.rubedo.testing.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * What starting is like for every server: a URL from the environment first, and instructions if it fails. Stateless.
 */
final class ServerStart {

    private ServerStart() {}

    /** Starts a server, at the given URL or of its own. */
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

    /** Returns an environment variable, or the system property of the same meaning (rubedo.pg.url); empty if blank. */
    static Optional<String> setting(String variable) {
        String property = System.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
        String value = property == null ? System.getenv(variable) : property;
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
