package dev.rubedo.spring;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.session.Session;
import org.springframework.transaction.support.ResourceHolderSupport;

/** The session of a transaction, bound to its thread. Confined to one thread at a time. */
final class SessionHolder extends ResourceHolderSupport {

    private final Session session;
    private final Connection connection;

    SessionHolder(Session session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    Session session() {
        return session;
    }

    /** Returns the connection of the session, which this holder closes. */
    Connection connection() {
        return connection;
    }

    void close() {
        try (connection) {
            session.close();
        }
    }
}
