package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.type.DialectType;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database of an engine. For a data source, it is determined from the first connection, because a data source
 * provides no information about itself. Thread-safe.
 */
final class Destination {

    private final @Nullable SourceConnections source;
    private final Function<SourceConnections.Product, Facts> describing;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Facts facts;

    private Destination(@Nullable SourceConnections source, Function<SourceConnections.Product, Facts> describing,
            @Nullable Facts facts) {
        this.source = source;
        this.describing = describing;
        this.facts = facts;
    }

    /** Returns a destination that is known from its URL. */
    static Destination of(Facts facts) {
        return new Destination(null, product -> facts, facts);
    }

    /**
     * Returns the destination of a data source.
     *
     * @param describing completes the facts that a connection reports
     */
    static Destination behind(SourceConnections source, Function<SourceConnections.Product, Facts> describing) {
        return new Destination(source, describing, null);
    }

    /**
     * Returns the facts about the database; connects to determine them if they are not known yet.
     *
     * @throws dev.rubedo.error.RubedoException if that fails
     */
    Facts facts() {
        var known = facts;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = facts;
            if (known == null) {
                known = describing.apply(Objects.requireNonNull(source, "source").product());
                facts = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the database is known, so that {@link #facts()} does not connect. */
    boolean isKnown() {
        return facts != null;
    }

    /** Returns the facts about the database, determined from a connection to it if necessary. */
    Facts facts(java.sql.Connection connection) throws SQLException {
        if (facts == null) {
            var found = describing.apply(SourceConnections.product(connection));
            lock.lock();
            try {
                facts = facts == null ? found : facts;
            } finally {
                lock.unlock();
            }
        }
        return facts();
    }

    /** Returns the URL without its password, for messages. Never connects. */
    @Override
    public String toString() {
        var known = facts;
        return known == null ? "a data source" : known.url().toString();
    }

    /**
     * The facts about a database. Immutable.
     *
     * @param url the URL
     * @param place the description of the URL for messages
     * @param backend the backend, independent of the server version
     * @param server the version, with the backend and codecs for it
     * @param reflectedTypes additional types that reflection recognizes by name
     * @param identity user, catalog and schema of a data source, whose URL does not contain them; otherwise empty
     */
    record Facts(DatabaseUrl url, String place, Backend backend, Server server, List<DialectType<?>> reflectedTypes,
            String identity) {

        static Facts of(DatabaseUrl url, Backend backend, Server server, List<DialectType<?>> types, String identity) {
            return new Facts(url, url.place(), backend, server, types.stream()
                    .filter(type -> type.dialects().contains(backend.dialect().name())).toList(), identity);
        }
    }
}
