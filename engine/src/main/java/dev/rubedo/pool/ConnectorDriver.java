package dev.rubedo.pool;

import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The driver that Agroal is given: it asks the {@link Connector} that travels in its properties.
 *
 * <p>Not for users. It is public because Agroal accepts a class only, which it instantiates itself, and never a ready source of
 * connections. Immutable.
 */
public final class ConnectorDriver implements Driver {

    /** The property whose value is the connector, an object and not a text. */
    static final String CONNECTOR = "rubedo.connector";

    /** Called by Agroal. */
    public ConnectorDriver() {}

    @Override
    public java.sql.@Nullable Connection connect(String url, Properties properties) throws SQLException {
        return properties.get(CONNECTOR) instanceof Connector connector ? connector.connect() : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Rubedo logs through SLF4J");
    }
}
