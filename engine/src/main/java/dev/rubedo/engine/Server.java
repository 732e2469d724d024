package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine knows of its server: the version, and the backend and codecs that fit it. The version is given, or
 * asked of the first connection. Thread-safe.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Backend backend;
    private final JsonFormat format;
    private final @Nullable ServerVersion given;
    private volatile @Nullable Known known;
    private volatile boolean met;

    Server(Backend backend, JsonFormat format, @Nullable ServerVersion given) {
        this.backend = backend;
        this.format = format;
        this.given = given;
        if (given != null) {
            known = known(given);
        }
    }

    /** Looks at a new connection, of which only the first says something new. */
    void meet(java.sql.Connection connection) throws SQLException {
        if (met) {
            return;
        }
        var version = backend.version(connection.getMetaData());
        synchronized (this) {
            if (met) {
                return;
            }
            if (given == null) {
                known = known(version);
            } else if (version.compareTo(given) < 0) {
                LOG.warn(
                        "The {} server has version {}, which is older than version {} that the engine was given: statements may "
                                + "use what it does not understand. Give the version of the server, or none.",
                        backend.dialect().name(), version, given);
            }
            met = true;
        }
    }

    /** Returns what is known, or null before the first connection. */
    @Nullable
    Known known() {
        return known;
    }

    private Known known(ServerVersion version) {
        var fitting = backend.forVersion(version);
        return new Known(fitting, fitting.codecs(format));
    }

    /** What fits the version of the server. Immutable. */
    record Known(Backend backend, Codecs codecs) {}
}
