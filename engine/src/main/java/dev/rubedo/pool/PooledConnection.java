package dev.rubedo.pool;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A physical JDBC connection and its state in the pool. It lives as long as the physical connection, over many uses.
 *
 * <p>Confined to one thread at a time, the one that has checked it out.
 */
public final class PooledConnection {

    private final java.sql.Connection jdbc;
    private final long openedAt = System.nanoTime();
    private final long epoch;
    private volatile @Nullable Thread holder;
    private volatile long checkedOutAt;
    private volatile boolean used;
    private volatile boolean retired;
    private volatile long uses;
    private volatile String place = "";
    private @Nullable Object attachment;
    private final Map<String, Object> info = new ConcurrentHashMap<>(0);
    /** Whether it was opened in the other auto-commit mode, in pools that retain nothing. */
    boolean hasOtherMode;
    /** The number of users that share it, in {@link StaticPool}. */
    int users;
    /** Whether it was closed, in {@link StaticPool} possibly while others share it. */
    boolean isClosed;

    PooledConnection(java.sql.Connection jdbc, long epoch) {
        this.jdbc = jdbc;
        this.epoch = epoch;
    }

    /** Returns the physical connection. */
    public java.sql.Connection jdbc() {
        return jdbc;
    }

    /** Returns the time since the physical connection was opened. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    /**
     * Returns the object that the pool's user attached to the physical connection (its settings, its prepared
     * statements), or null at first.
     */
    public @Nullable Object attachment() {
        return attachment;
    }

    /** Attaches an object to the physical connection. */
    public void attach(@Nullable Object newAttachment) {
        attachment = newAttachment;
    }

    /**
     * Returns a map in which programs and listeners can keep notes about the physical connection; empty at first. They
     * are kept across uses and end with the connection.
     */
    public Map<String, Object> info() {
        return info;
    }

    /**
     * Records the check-out.
     *
     * @param from the call site; empty if it is not recorded
     * @return the number of this use
     */
    long checkedOut(String from) {
        place = from;
        checkedOut();
        return ++uses;
    }

    /** Returns whether this connection is still in the use with this number. */
    boolean isInUse(long use) {
        return isInUse() && uses == use;
    }

    /** Makes the pool close this connection instead of keeping it when it is checked in. */
    public void retire() {
        retired = true;
    }

    /** Returns whether this connection will be closed when it is checked in. */
    public boolean isRetired() {
        return retired;
    }

    void checkedOut() {
        checkedOutAt = System.nanoTime();
        holder = Thread.currentThread();
        used = true;
    }

    void checkedIn() {
        holder = null;
    }

    boolean isInUse() {
        return holder != null;
    }

    /** Returns whether this connection was checked out since the previous call. */
    boolean takeUse() {
        boolean wasUsed = used;
        used = false;
        return wasUsed;
    }

    long epoch() {
        return epoch;
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - openedAt > nanos;
    }

    /** Returns whether the calling thread has checked out this connection. */
    boolean isHeldByCaller() {
        return holder == Thread.currentThread();
    }

    /** Returns a description of the holder of this connection; empty if there is none. */
    String holderDescription() {
        Thread thread = holder;
        if (thread == null) {
            return "";
        }
        var since = Duration.ofNanos(System.nanoTime() - checkedOutAt);
        String from = place;
        return String.format(Locale.ROOT, "\"%s\" for %d.%03d s%s", thread.getName(), since.toSeconds(),
                since.toMillisPart(), from.isEmpty() ? "" : " since " + from);
    }

    @Override
    public String toString() {
        return "PooledConnection[" + jdbc.getClass().getSimpleName() + "@"
                + Integer.toHexString(System.identityHashCode(jdbc)) + "]";
    }
}
