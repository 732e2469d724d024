package dev.rubedo.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A database that consists of connections only: it can be shut, and its connections can be broken. */
public final class FakeDatabase implements Connector {

    /** What happened to its connections, in order. */
    public final List<String> log = new CopyOnWriteArrayList<>();
    /** The connections that are open. */
    public final List<FakeConnection> open = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean down;
    private volatile boolean modeless;
    private int opened;

    @Override
    public java.sql.Connection connect() throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        return accept();
    }

    /** Lets everybody wait who asks for a connection, until {@link #resume()}. */
    public void stall() {
        gate = new CountDownLatch(1);
    }

    /** Gives those who wait their connections. */
    public void resume() {
        gate.countDown();
    }

    private synchronized java.sql.Connection accept() throws SQLException {
        if (down) {
            throw new SQLException("Connection refused", "08001");
        }
        var fake = new FakeConnection(++opened);
        open.add(fake);
        log.add("open " + fake.number);
        return (java.sql.Connection) Proxy.newProxyInstance(FakeDatabase.class.getClassLoader(),
                new Class<?>[]{java.sql.Connection.class},
                fake);
    }

    /** Breaks all connections and, until {@link #start()}, refuses new ones. */
    public void stop() {
        down = true;
        open.forEach(connection -> connection.broken = true);
    }

    /** Accepts connections again. */
    public void start() {
        down = false;
    }

    /** Says whether connections break when their mode of auto-commit is set. */
    public void modeless(boolean on) {
        modeless = on;
    }

    /** Returns how many connections were ever opened. */
    public synchronized int opened() {
        return opened;
    }

    /** The behaviour of one connection. */
    public final class FakeConnection implements InvocationHandler {
        final int number;
        volatile boolean broken;
        private boolean autoCommit = true;

        FakeConnection(int number) {
            this.number = number;
        }

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    open.remove(this);
                    log.add("close " + number);
                    yield null;
                }
                case "isClosed" -> !open.contains(this);
                case "isValid" -> {
                    log.add("ping " + number);
                    yield !broken;
                }
                case "getAutoCommit" -> autoCommit;
                case "setAutoCommit" -> {
                    if (modeless) {
                        throw new SQLException("Connection reset", "08006");
                    }
                    autoCommit = (Boolean) arguments[0];
                    yield null;
                }
                case "getTransactionIsolation" -> java.sql.Connection.TRANSACTION_READ_COMMITTED;
                case "getHoldability" -> 1;
                case "getWarnings", "clearWarnings" -> null;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                case "toString" -> "fake " + number;
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }
    }
}
