package dev.rubedo.engine;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A guard that rejects connections of a data source while Spring has a transaction open on it in the calling thread.
 * The connection would either be another one, whose changes survive a rollback of Spring's transaction, or be that of
 * Spring's transaction, which a commit here would end. Spring is looked up by name, because it is optional.
 * Thread-safe.
 */
final class AmbientTransactions {

    private static final String MANAGER = "org.springframework.transaction.support.TransactionSynchronizationManager";
    private static final String DELEGATE = "org.springframework.jdbc.datasource.DelegatingDataSource";

    private final List<DataSource> sources;
    private final @Nullable MethodHandle isActive;
    private final @Nullable MethodHandle resource;

    private AmbientTransactions(List<DataSource> sources, @Nullable MethodHandle isActive,
            @Nullable MethodHandle resource) {
        this.sources = sources;
        this.isActive = isActive;
        this.resource = resource;
    }

    static AmbientTransactions of(DataSource source) {
        for (var loader : new ClassLoader[]{source.getClass().getClassLoader(),
                Thread.currentThread().getContextClassLoader(), AmbientTransactions.class.getClassLoader()}) {
            try {
                var manager = Class.forName(MANAGER, false, loader);
                var lookup = MethodHandles.publicLookup();
                return new AmbientTransactions(chain(source),
                        lookup.findStatic(manager, "isActualTransactionActive", MethodType.methodType(boolean.class)),
                        lookup.findStatic(manager, "getResource", MethodType.methodType(Object.class, Object.class)));
            } catch (ReflectiveOperationException | LinkageError e) {
                // no Spring in this class loader
                continue;
            }
        }
        return new AmbientTransactions(List.of(source), null, null);
    }

    /** Returns a data source and those that it wraps; Spring may have registered the connection under any of them. */
    private static List<DataSource> chain(DataSource source) throws ReflectiveOperationException {
        List<DataSource> chain = new ArrayList<>(List.of(source));
        for (Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(DELEGATE)
                    && type.getMethod("getTargetDataSource").invoke(source) instanceof DataSource target) {
                chain.addAll(chain(target));
            }
        }
        return chain;
    }

    private boolean isBound(MethodHandle bound) throws Throwable {
        for (var source : sources) {
            if (bound.invoke((Object) source) != null) {
                return true;
            }
        }
        return false;
    }

    /** Throws if Spring has a transaction open on the data source. */
    void refuse() {
        if (isActive == null || resource == null) {
            return;
        }
        boolean isOpen;
        try {
            isOpen = (boolean) isActive.invoke() && isBound(resource);
        } catch (Throwable e) {
            throw new IllegalStateException("Spring did not say whether a transaction is open: " + e.getMessage(), e);
        }
        if (isOpen) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "Spring has a transaction open on this DataSource. A connection or session from this engine would "
                            + "not take part in it, or would end it. Use the session of the transaction: with rubedo-spring, "
                            + "inject "
                            + "Session or "
                            + "call SpringSessions.current(); or leave the transaction (NOT_SUPPORTED). For work that "
                            + "is deliberately independent, build the engine with besideOtherTransactions().");
        }
    }
}
