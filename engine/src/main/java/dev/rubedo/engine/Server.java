package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of an engine: its version, and the backend and codecs for it. The version is configured, or read from the
 * first connection. Thread-safe.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Backend backend;
    private final JsonFormat format;
    private final @Nullable ServerVersion given;
    private final NameRules names;
    private volatile @Nullable Known known;
    private volatile boolean met;

    Server(Backend backend, JsonFormat format, @Nullable ServerVersion given, NameRules names) {
        this.backend = backend;
        this.format = format;
        this.given = given;
        this.names = names;
        if (given != null) {
            known = known(backend.forVersion(given));
        }
    }

    /** Reads the version from a new connection, unless it is known. */
    void meet(java.sql.Connection connection) throws SQLException {
        if (met) {
            return;
        }
        var metaData = connection.getMetaData();
        var version = backend.version(metaData);
        var fitting = backend.forServer(given == null ? version : given, metaData);
        synchronized (this) {
            if (met) {
                return;
            }
            known = known(fitting);
            if (given != null && version.compareTo(given) < 0) {
                LOG.warn(
                        "The {} server has version {}, but the engine was configured for version {}: statements may "
                                + "use "
                                + "syntax that this server does not support. Correct serverVersion(...), or remove it.",
                        backend.dialect().name(), version, given);
            }
            met = true;
        }
    }

    /** Returns the facts about the server, or null before the first connection. */
    @Nullable
    Known known() {
        return known;
    }

    private Known known(Backend fitting) {
        return new Known(fitting, names.apply(fitting.dialect()), fitting.codecs(format));
    }

    /** The backend, dialect and codecs for the server version. Thread-safe. */
    static final class Known {

        private final Backend backend;
        private final Dialect dialect;
        private final Codecs codecs;
        private volatile @Nullable Dialect marking;

        Known(Backend backend, Dialect dialect, Codecs codecs) {
            this.backend = backend;
            this.dialect = dialect;
            this.codecs = codecs;
        }

        Backend backend() {
            return backend;
        }

        Dialect dialect() {
            return dialect;
        }

        Codecs codecs() {
            return codecs;
        }

        /** Returns the dialect that writes marks for schemas, created on first use. */
        Dialect marking() {
            var known = marking;
            if (known == null) {
                known = dialect.with(dialect.traits().withSchemaMarks());
                marking = known;
            }
            return known;
        }
    }
}
