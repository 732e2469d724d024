package dev.rubedo.spring;

import dev.rubedo.orm.session.SessionSavepoint;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.SmartTransactionObject;

/** A transaction as Spring's status sees it. Confined to one thread at a time. */
final class SpringTransaction implements SavepointManager, SmartTransactionObject {

    private @Nullable SessionHolder holder;

    SpringTransaction(@Nullable SessionHolder holder) {
        this.holder = holder;
    }

    boolean isOpen() {
        return holder != null;
    }

    SessionHolder holder() {
        SessionHolder open = holder;
        if (open == null) {
            throw new IllegalStateException("No transaction is open.");
        }
        return open;
    }

    void holder(@Nullable SessionHolder newHolder) {
        holder = newHolder;
    }

    @Override
    public Object createSavepoint() {
        return holder().session().savepoint();
    }

    @Override
    public void rollbackToSavepoint(Object savepoint) {
        ((SessionSavepoint) savepoint).rollback();
        holder().resetRollbackOnly();
    }

    @Override
    public void releaseSavepoint(Object savepoint) {
        SessionSavepoint ended = (SessionSavepoint) savepoint;
        if (ended.isActive()) {
            ended.commit();
        }
    }

    @Override
    public boolean isRollbackOnly() {
        return holder != null && holder.isRollbackOnly();
    }

    @Override
    public void flush() {
        if (holder != null) {
            holder.session().flush();
        }
    }
}
