package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.routing.Replicas;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A replica and its health, for all sessions of a factory. Thread-safe. */
final class Replica {

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** Changes that a session committed. Immutable. */
    record Commit(@Nullable String position, long nanoTime) {

        boolean isWithin(Duration window) {
            return System.nanoTime() - nanoTime < window.toNanos();
        }
    }

    private final Engine engine;
    private final Replicas replicas;
    private volatile boolean isOut;
    private volatile long outSince;

    Replica(Engine engine, Replicas replicas) {
        this.engine = engine;
        this.replicas = replicas;
    }

    Engine engine() {
        return engine;
    }

    /** Returns whether it may be tried: it has not failed, or its failure is long enough ago. */
    boolean isTried() {
        return !isOut || System.nanoTime() - outSince >= replicas.retry().toNanos();
    }

    /**
     * Returns whether a session can read from it: it has received the session's writes, and does not lag too far
     * behind.
     *
     * @param connection a connection to it
     * @param last the last commit of the session, or null for none
     */
    boolean isUsable(Connection connection, @Nullable Commit last) {
        Duration most = replicas.maximumLag();
        if (most != null) {
            Optional<Duration> lag = connection.replicationLag();
            if (lag.isPresent() && lag.get().compareTo(most) > 0) {
                leaveOut("is " + lag.get() + " behind, which is more than " + most, null);
                return false;
            }
        }
        if (isOut) {
            isOut = false;
            LOG.info("Replica {} is read again.", engine);
        }
        if (last == null) {
            return true;
        }
        String position = last.position();
        boolean tells = position != null && connection.replicationLag().isPresent();
        return tells && position != null ? connection.hasReached(position) : !last.isWithin(replicas.window());
    }

    /** Excludes the replica for a while. */
    void leaveOut(String why, @Nullable Throwable cause) {
        boolean wasOut = isOut;
        outSince = System.nanoTime();
        isOut = true;
        if (!wasOut) {
            LOG.warn("Replica {} {}. It is left out, and tried again in {}.", engine, why, replicas.retry(), cause);
        }
    }
}
