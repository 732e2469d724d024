package dev.rubedo.spring;

import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Access to the sessions of Spring transactions. Stateless. */
public final class SpringSessions {

    /** The calls that would begin or end a transaction, which only Spring does. */
    private static final Set<String> ENDING = Set.of("commit", "rollback", "close", "begin", "beginTwoPhase", "reset",
            "invalidate");

    private SpringSessions() {}

    /**
     * Returns the session of the transaction in the calling thread.
     *
     * @throws IllegalTransactionStateException if no transaction of a {@link RubedoTransactionManager} is open
     */
    public static Session current(SessionFactory sessions) {
        if (TransactionSynchronizationManager.getResource(sessions) instanceof SessionHolder holder) {
            return holder.session();
        }
        throw new IllegalTransactionStateException("No transaction is open in this thread, so there is no session. "
                + "Annotate the calling method with @Transactional (of a class that Spring manages, called from another "
                + "one), or use TransactionTemplate.");
    }

    /**
     * Returns a proxy for the session of the current transaction, for injection. Thread-safe, unlike the sessions that
     * it delegates to. Calls that would end the transaction are refused.
     */
    public static Session proxy(SessionFactory sessions) {
        return (Session) Proxy.newProxyInstance(SpringSessions.class.getClassLoader(), new Class<?>[]{Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> "the session of the current transaction";
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> arguments[0] == proxy;
                    default -> {
                        if (ENDING.contains(method.getName())) {
                            throw new IllegalTransactionStateException("Spring begins and ends the transaction; "
                                    + method.getName() + "() is not called on its session. Throw an exception or call "
                                    + "setRollbackOnly() to roll back.");
                        }
                        yield call(current(sessions), method, arguments);
                    }
                });
    }

    private static @Nullable Object call(Session session, java.lang.reflect.Method method,
            Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
