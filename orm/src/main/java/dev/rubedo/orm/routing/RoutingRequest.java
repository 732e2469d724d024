package dev.rubedo.orm.routing;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of a session for an engine. Immutable, except for the session's {@code info} map.
 *
 * @param purpose the purpose
 * @param entity the entity whose rows are read or written, or null if the statement names only tables or none
 * @param statement the statement that the application executes, or null if the session itself loads or writes rows
 * @param info the notes of the session, such as the current tenant: {@code Session.info()}
 */
public record RoutingRequest(Purpose purpose, @Nullable EntityPath<?> entity, @Nullable Statement<?> statement,
        Map<String, Object> info) {

    /** The purpose of an engine. Immutable. */
    public enum Purpose {
        /** A query, or loading by key, on access or again. */
        READ,
        /** A statement that changes or locks rows, text SQL, and a connection that the application requests. */
        WRITE,
        /** A row that a flush writes. */
        FLUSH
    }

    /** Checks for null. */
    public RoutingRequest {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(info, "info");
    }

    /** Returns whether nothing is changed or locked. */
    public boolean isRead() {
        return purpose == Purpose.READ;
    }
}
