package dev.rubedo.dialect.sqlserver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * H2's driver, to which the consent to values for an identity is not passed on: H2 needs none, and does not know the
 * statement. Thread-safe.
 */
public final class IdentityDriver implements Driver {

    /** The beginning of a URL, followed by one of H2. */
    static final String PREFIX = "jdbc:identities:";

    private static final Pattern CONSENT = Pattern
            .compile("^SET IDENTITY_INSERT \\S+ ON; |(?:(?<=;)|;) SET IDENTITY_INSERT \\S+ OFF$");

    static {
        try {
            DriverManager.registerDriver(new IdentityDriver());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sure that the driver is known. */
    static String urlOf(String h2) {
        return PREFIX + h2;
    }

    @Override
    public java.sql.@Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        var connection = DriverManager.getConnection(url.substring(PREFIX.length()), properties);
        return (java.sql.Connection) Proxy.newProxyInstance(IdentityDriver.class.getClassLoader(),
                new Class<?>[]{java.sql.Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = CONSENT.matcher((String) arguments[0]).replaceAll("");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
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
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
