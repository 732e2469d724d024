package dev.rubedo.spring;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.session.JoinMode;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction manager that runs Spring transactions in sessions. Each transaction has its own session, which is
 * flushed and committed if the transaction commits; {@code REQUIRES_NEW} has another session on another connection,
 * {@code NESTED} is a savepoint. The JDBC connection is bound to the data source, so {@code JdbcTemplate} and other
 * users of the data source take part; they see what the session has flushed.
 *
 * <p>A read-only transaction refuses to flush, on every database. The timeout limits each statement of the session as
 * well as {@code JdbcTemplate}. Thread-safe.
 */
public final class RubedoTransactionManager extends AbstractPlatformTransactionManager
        implements ResourceTransactionManager {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RubedoTransactionManager.class);

    private static final String BESIDE_SUSPENDED = " The transaction was to be opened while another one of this thread is suspended"
            + " (REQUIRES_NEW), which keeps its connection meanwhile. If several threads each hold a connection and wait for"
            + " a second one, none gets it: give the pool more connections than there are such threads, or call the method after"
            + " the outer transaction.";

    /** The number of suspended transactions of a thread; null for none. */
    private final transient ThreadLocal<@Nullable Integer> suspended = new ThreadLocal<>();
    private final transient SessionFactory sessions;
    private final transient DataSource source;
    private final transient RubedoExceptionTranslator translator = new RubedoExceptionTranslator();

    /**
     * Creates a manager.
     *
     * @param sessions the factory, whose engine uses the data source
     * @param source the data source to which the connections of transactions are bound
     */
    public RubedoTransactionManager(SessionFactory sessions, DataSource source) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.source = source instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null
                ? proxy.getTargetDataSource() : Objects.requireNonNull(source, "source");
        if (sessions.isTwoPhase()) {
            throw new IllegalArgumentException(
                    "The session factory uses two-phase commit, which Spring's transactions "
                            + "do not support. Use a factory without twoPhase(true).");
        }
        setNestedTransactionAllowed(true);
    }

    @Override
    public Object getResourceFactory() {
        return sessions;
    }

    @Override
    protected Object doGetTransaction() {
        return new SpringTransaction((SessionHolder) TransactionSynchronizationManager.getResource(sessions));
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return ((SpringTransaction) transaction).isOpen();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        Connection connection = null;
        try {
            int seconds = determineTimeout(definition);
            connection = sessions.connect();
            Connection opened = connection;
            opened.options(options -> options(options, opened, definition, seconds));
            connection.begin();
            Session session = sessions.open(connection, JoinMode.CONTROL_FULLY);
            // joins now: a transaction that uses JDBC alone is committed too
            session.begin();
            if (definition.isReadOnly()) {
                session.listen(new ReadOnly());
            }
            SessionHolder holder = new SessionHolder(session, connection);
            holder.setSynchronizedWithTransaction(true);
            ConnectionHolder jdbc = new ConnectionHolder(connection::jdbc);
            jdbc.setSynchronizedWithTransaction(true);
            if (seconds != TransactionDefinition.TIMEOUT_DEFAULT) {
                holder.setTimeoutInSeconds(seconds);
                jdbc.setTimeoutInSeconds(seconds);
            }
            TransactionSynchronizationManager.bindResource(source, jdbc);
            TransactionSynchronizationManager.bindResource(sessions, holder);
            ((SpringTransaction) transaction).holder(holder);
        } catch (RuntimeException | Error e) {
            if (connection != null) {
                closeAfter(e, connection);
            }
            if (e instanceof RuntimeException failure) {
                throw new CannotCreateTransactionException("No transaction could be opened: " + failure.getMessage()
                        + (connection == null && suspended.get() != null ? BESIDE_SUSPENDED : ""), failure);
            }
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static ConnectionOptions options(ConnectionOptions options, Connection connection,
            TransactionDefinition definition, int seconds) {
        ConnectionOptions changed = options;
        if (definition.getIsolationLevel() != TransactionDefinition.ISOLATION_DEFAULT) {
            changed = changed.isolationLevel(level(definition.getIsolationLevel()));
        }
        if (definition.isReadOnly() && connection.supports(Feature.READ_ONLY_TRANSACTIONS)) {
            changed = changed.readOnly(true);
        }
        return seconds == TransactionDefinition.TIMEOUT_DEFAULT ? changed
                : changed.timeout(Duration.ofSeconds(Math.max(1, seconds)));
    }

    private static IsolationLevel level(int jdbc) {
        for (IsolationLevel level : IsolationLevel.values()) {
            if (level.jdbc() == jdbc) {
                return level;
            }
        }
        throw new IllegalArgumentException("No isolation level has the number " + jdbc + ".");
    }

    /** Refuses to write in a read-only transaction. Stateless. */
    private static final class ReadOnly implements SessionListener {
        @Override
        public void beforeFlush(Session session) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "The transaction is read-only, but objects of its "
                    + "session were added, changed or deleted. Remove readOnly = true from @Transactional, or leave the "
                    + "objects as they are.");
        }
    }

    @Override
    protected Object doSuspend(Object transaction) {
        ((SpringTransaction) transaction).holder(null);
        Integer before = suspended.get();
        suspended.set(before == null ? 1 : before + 1);
        return new Suspended((SessionHolder) TransactionSynchronizationManager.unbindResource(sessions),
                (ConnectionHolder) TransactionSynchronizationManager.unbindResource(source));
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object given) {
        Suspended resources = (Suspended) given;
        Integer before = suspended.get();
        if (before == null || before == 1) {
            suspended.remove();
        } else {
            suspended.set(before - 1);
        }
        TransactionSynchronizationManager.bindResource(source, resources.jdbc());
        TransactionSynchronizationManager.bindResource(sessions, resources.session());
    }

    /**
     * The resources of a suspended transaction. Immutable.
     *
     * @param session its session
     * @param jdbc its JDBC connection
     */
    private record Suspended(SessionHolder session, ConnectionHolder jdbc) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            holder(status).session().commit();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            holder(status).session().rollback();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    private RuntimeException translated(RuntimeException failure) {
        RuntimeException translated = translator.translateExceptionIfPossible(failure);
        return translated == null ? failure : translated;
    }

    @Override
    protected void doSetRollbackOnly(DefaultTransactionStatus status) {
        holder(status).setRollbackOnly();
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(source);
        TransactionSynchronizationManager.unbindResourceIfPossible(sessions);
        SpringTransaction ended = (SpringTransaction) transaction;
        SessionHolder holder = ended.holder();
        ended.holder(null);
        try {
            holder.close();
        } catch (RuntimeException e) {
            // the outcome is known, and a suspended transaction must be resumed
            LOG.warn("Closing the session of a transaction failed", e);
        }
    }

    private static SessionHolder holder(DefaultTransactionStatus status) {
        return ((SpringTransaction) status.getTransaction()).holder();
    }
}
