package dev.rubedo.engine;

import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.pool.ConnectionPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log settings of an engine and its pool, which can be changed at run time. Thread-safe. */
final class EngineEcho {

    private static final String SQL_LOGGER = "dev.rubedo.sql";
    private static final String POOL_LOGGER = "dev.rubedo.pool";

    private final ListenerList<ExecutionListener> listeners;
    private final ConnectionPool pool;
    private final Logger sqlLog;
    private final Logger poolLog;
    private final @Nullable Boolean hidesParameters;
    private @Nullable Registration sqlEcho;
    private @Nullable Registration poolEcho;
    private volatile Echo echo = Echo.NONE;
    private volatile PoolEcho ofPool = PoolEcho.NONE;
    private volatile boolean showsParameters;

    EngineEcho(ListenerList<ExecutionListener> listeners, ConnectionPool pool, EngineSettings settings) {
        this.listeners = listeners;
        this.pool = pool;
        this.sqlLog = logger(SQL_LOGGER, settings.loggingName());
        this.poolLog = logger(POOL_LOGGER, settings.poolLoggingName());
        this.hidesParameters = settings.hidesParameters();
        set(settings.echo());
        set(settings.poolEcho());
    }

    static Logger logger(String name, String suffix) {
        return LoggerFactory.getLogger(suffix.isEmpty() ? name : name + "." + suffix);
    }

    Echo echo() {
        return echo;
    }

    synchronized void set(Echo what) {
        if (sqlEcho != null) {
            sqlEcho.remove();
            sqlEcho = null;
        }
        boolean logsValues = what.compareTo(Echo.PARAMETERS) >= 0;
        boolean hides = Boolean.TRUE.equals(hidesParameters);
        if (what != Echo.NONE) {
            sqlEcho = listeners.add(new EchoListener(sqlLog, logsValues, hides));
        }
        showsParameters = hidesParameters == null ? logsValues : !hidesParameters;
        echo = what;
    }

    PoolEcho poolEcho() {
        return ofPool;
    }

    synchronized void set(PoolEcho what) {
        if (poolEcho != null) {
            poolEcho.remove();
            poolEcho = null;
        }
        if (what != PoolEcho.NONE) {
            poolEcho = pool.listen(new PoolEchoListener(poolLog, what == PoolEcho.USES));
        }
        ofPool = what;
    }

    /** Returns whether values are hidden everywhere, including in messages of the server. */
    boolean hidesValues() {
        return Boolean.TRUE.equals(hidesParameters);
    }

    /** Returns whether errors show parameter values. */
    boolean showsParameters() {
        return showsParameters;
    }

    /** Returns the log for result rows, or null if they are not logged. */
    @Nullable
    Logger rowLog() {
        return echo == Echo.ROWS && !Boolean.TRUE.equals(hidesParameters) ? sqlLog : null;
    }
}
