package dev.rubedo.tck;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver that delegates every call to another driver and records the text of each statement, for tests that check the
 * statements of the suites without their database. Thread-safe.
 */
public final class RecordingDriver implements Driver {

    private static final String PREFIX = "jdbc:recorded:";
    private static final Set<String> STATEMENTS = new ConcurrentSkipListSet<>();

    static {
        try {
            DriverManager.registerDriver(new RecordingDriver());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordingDriver() {}

    /**
     * Returns a URL whose connections are recorded.
     *
     * @param url the URL of the driver that executes the statements
     */
    public static String urlOf(String url) {
        return PREFIX + url;
    }

    /**
     * Writes the distinct statements that were prepared or executed in this JVM, sorted, one per line. Line breaks
     * within a statement become spaces.
     *
     * @param file the file, which is created with its directories or replaced
     */
    public static void write(Path file) throws IOException {
        var lines = new TreeSet<String>();
        STATEMENTS.forEach(sql -> lines.add(sql.replaceAll("\\s*\\R\\s*", " ")));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    @Override
    public java.sql.@Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        return recorded(DriverManager.getConnection(url.substring(PREFIX.length()), properties),
                java.sql.Connection.class);
    }

    private static <T> T recorded(T target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(RecordingDriver.class.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    record(method, arguments);
                    try {
                        var answer = method.invoke(target, arguments);
                        return answer != null && method.getReturnType() == Statement.class
                                ? recorded((Statement) answer, Statement.class)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static void record(Method method, @Nullable Object @Nullable [] arguments) {
        var name = method.getName();
        if (arguments != null && arguments[0] instanceof String sql
                && (name.startsWith("prepare") || name.startsWith("execute") || name.equals("addBatch"))) {
            STATEMENTS.add(sql);
        }
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
