package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.Connector;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connector that uses a driver on the class path. Thread-safe. */
final class JdbcConnector implements Connector {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcConnector.class);

    private final JdbcTarget target;
    private final Backend backend;
    private final Driver driver;
    private final Consumer<Map<String, String>> beforeConnect;
    private java.sql.@Nullable Connection anchor;

    JdbcConnector(JdbcTarget target, Backend backend, Consumer<Map<String, String>> beforeConnect) {
        this.beforeConnect = beforeConnect;
        this.target = target;
        this.backend = backend;
        this.driver = driver(target);
    }

    private static Driver driver(JdbcTarget target) {
        try {
            return DriverManager.getDriver(target.url());
        } catch (SQLException e) {
            throw new RubedoException(ErrorCode.NO_DRIVER,
                    "No JDBC driver on the class path accepts \"" + target + "\". Add " + target.driver()
                            + " to the dependencies or, if it is there, correct the URL.",
                    target.secrets().redacted(e));
        }
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        if (target.needsAnchor()) {
            holdAnchor();
        }
        return open();
    }

    private java.sql.Connection open() throws SQLException {
        var changed = new LinkedHashMap<>(target.properties());
        beforeConnect.accept(changed);
        var connection = opened(new JdbcTarget(target.url(), changed, target.driver(), false));
        if (connection == null) {
            throw new SQLException("The driver " + driver.getClass().getName() + " does not accept \"" + target + "\"",
                    "08001");
        }
        try {
            backend.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** The driver's exceptions may contain the URL with its password. */
    private java.sql.@Nullable Connection opened(JdbcTarget given) throws SQLException {
        var properties = new Properties();
        given.properties().forEach(properties::setProperty);
        try {
            return driver.connect(given.url(), properties);
        } catch (SQLException e) {
            throw given.secrets().redacted(e);
        } catch (IllegalArgumentException e) {
            var shown = given.secrets().redacted(e);
            throw new RubedoException(ErrorCode.INVALID_URL, "The driver cannot read the URL \"" + target + "\": "
                    + shown.getMessage() + ". Correct the URL or its options.", shown);
        }
    }

    @Override
    public boolean isInterruptible() {
        return target.url().contains("://") && !target.url().contains(":file:");
    }

    @Override
    public String toString() {
        return "\"" + target + "\"";
    }

    private synchronized void holdAnchor() throws SQLException {
        if (anchor == null) {
            anchor = open();
        }
    }

    @Override
    public boolean autoCommitAtRest() {
        return backend.transactions().autoCommitAtRest();
    }

    @Override
    public synchronized void close() {
        var held = anchor;
        anchor = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                LOG.debug("Closing the connection that kept \"{}\" alive failed", target, e);
            }
        }
    }
}
