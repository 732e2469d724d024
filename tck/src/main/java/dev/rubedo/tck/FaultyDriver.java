package dev.rubedo.tck;

import dev.rubedo.pool.Connector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The driver of a real database that executes every call but throws on one of them. Thread-safe. */
final class FaultyDriver implements Connector {

    private static final List<Class<?>> WRAPPED = List.of(java.sql.Connection.class, CallableStatement.class,
            PreparedStatement.class, Statement.class, ResultSet.class);

    private final Connector driver;
    private final AtomicInteger callsUntilFailure;
    private volatile boolean repaired;

    FaultyDriver(Connector driver, int failingCall) {
        this.driver = driver;
        this.callsUntilFailure = new AtomicInteger(failingCall);
    }

    /** Makes all further calls succeed. */
    void repair() {
        repaired = true;
    }

    boolean hasFailed() {
        return callsUntilFailure.get() <= 0;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        return (java.sql.Connection) wrapped(driver.connect(), java.sql.Connection.class);
    }

    @Override
    public boolean autoCommitAtRest() {
        return driver.autoCommitAtRest();
    }

    @Override
    public void close() {
        driver.close();
    }

    private Object wrapped(Object target, Class<?> type) {
        return Proxy.newProxyInstance(FaultyDriver.class.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    @Nullable Object answer;
                    try {
                        answer = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                    if (method.getDeclaringClass() != Object.class && !method.getName().equals("isClosed")
                            && !repaired && callsUntilFailure.decrementAndGet() == 0) {
                        throw new IllegalArgumentException("the driver failed in " + method.getName());
                    }
                    return answer != null && WRAPPED.contains(method.getReturnType())
                            ? wrapped(answer, method.getReturnType())
                            : answer;
                });
    }
}
