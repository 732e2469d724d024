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
 * What an engine knows about its server: the version, and the backend and codecs for it. The version is given, or read
 * from the first connection. Thread-safe.
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

    /** Reads the version from a new connection, unless it is known. */
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
                        "The {} server has version {}, but the engine was configured for version {}: statements may use "
                                + "syntax that this server does not support. Correct serverVersion(...), or remove it.",
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

    /** The backend and codecs for the server version. Immutable. */
    record Known(Backend backend, Codecs codecs) {}
}
