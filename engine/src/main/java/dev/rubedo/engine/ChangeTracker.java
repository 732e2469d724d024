package dev.rubedo.engine;

import dev.rubedo.compile.StatementTables;
import dev.rubedo.event.ListenerList;
import org.jspecify.annotations.Nullable;

/**
 * A record of the tables that the transaction of a connection changes, if the engine has {@link TableChangeListener}s,
 * which it notifies after a commit. Confined to one thread at a time.
 */
final class ChangeTracker {

    private final ListenerList<TableChangeListener> listeners;
    private @Nullable TableChanges changes;
    private boolean isInTransaction;
    private boolean isTracked;
    private long begun;

    ChangeTracker(ListenerList<TableChangeListener> listeners) {
        this.listeners = listeners;
    }

    /** Returns whether there are listeners to notify of changes. */
    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    /** Called right before a transaction begins. */
    void begin() {
        tell();
        isInTransaction = true;
        isTracked = !listeners.isEmpty();
        if (isTracked) {
            begun = System.nanoTime();
        }
    }

    /** Called before a statement is executed that changes tables. */
    void changing(StatementTables tables) {
        if (!listeners.isEmpty() && !tables.changed().isEmpty()) {
            noted().add(tables);
        }
    }

    /** Called when something was or will be executed that may change any table. */
    void changingAny() {
        if (!listeners.isEmpty()) {
            noted().addUnknown();
        }
    }

    private TableChanges noted() {
        var known = changes;
        if (known == null) {
            known = new TableChanges();
            changes = known;
        }
        return known;
    }

    /** Called when a statement has ended, which commits it outside a transaction. */
    void statementEnded() {
        if (changes != null && !isInTransaction) {
            tell();
        }
    }

    /** Called after a transaction has ended. */
    void ended(boolean isCommitted) {
        isInTransaction = false;
        if (isCommitted && !isTracked) {
            // it began before anybody listened, so that its changes are not known
            changingAny();
        }
        if (isCommitted) {
            tell();
        } else {
            changes = null;
        }
    }

    /** Notifies the listeners of what was changed since the previous notification. */
    void tell() {
        var told = changes;
        if (told != null) {
            changes = null;
            listeners.fire(listener -> listener.afterCommit(told));
        }
    }

    /** Returns what the transaction has changed, or null if nothing. */
    @Nullable
    TableChanges changes() {
        return changes;
    }

    /** Returns the time at which the transaction began, or now if none is open. */
    long begun() {
        return isInTransaction ? begun : System.nanoTime();
    }

    /** Returns whether the time and the changes of the transaction are known. */
    boolean isTracked() {
        return !isInTransaction || isTracked;
    }
}
