package dev.rubedo.orm.routing;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ReadableDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of a database, and the rules for reading from them. Each transaction reads from one of them, round
 * robin. A session that has written reads from the primary until the end of its transaction, and after the commit until
 * the replica has received its writes if the database can report that, or else for a fixed time. A replica that cannot
 * be reached or lags too far behind is skipped for a while; if none is usable, the primary is read. Immutable.
 */
public final class Replicas {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final List<Engine> engines;
    private final boolean allReads;
    private final Duration window;
    private final @Nullable Duration maximumLag;
    private final Duration retry;

    private Replicas(List<Engine> engines, boolean allReads, Duration window, @Nullable Duration maximumLag,
            Duration retry) {
        this.engines = List.copyOf(engines);
        this.allReads = allReads;
        this.window = window;
        this.maximumLag = maximumLag;
        this.retry = retry;
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("There are no replicas. Pass the engine of at least one.");
        }
    }

    /**
     * Returns replicas that are read by read-only transactions and by statements with the option {@code fromReplica()}.
     */
    public static Replicas of(Engine first, Engine... more) {
        List<Engine> all = new ArrayList<>(List.of(more));
        all.add(0, Objects.requireNonNull(first, "first"));
        return new Replicas(all, false, WINDOW, null, RETRY);
    }

    /** Returns these replicas, to be read by all queries and loads of transactions that have not written yet. */
    public Replicas forAllReads() {
        return new Replicas(engines, true, window, maximumLag, retry);
    }

    /**
     * Returns these replicas with the time for which a session does not read from them after it committed changes. The
     * default is 5 seconds. It is not used where the database can report which writes a replica has received
     * (PostgreSQL).
     */
    public Replicas readYourWrites(Duration window) {
        return new Replicas(engines, allReads, notNegative(window, "window"), maximumLag, retry);
    }

    /**
     * Returns these replicas with a maximum lag, beyond which a replica is skipped. By default the lag is not queried.
     * Effective only where the database can report it (PostgreSQL).
     */
    public Replicas maximumLag(Duration lag) {
        return new Replicas(engines, allReads, window, notNegative(lag, "lag"), retry);
    }

    /**
     * Returns these replicas with the time after which a replica that failed or lagged is tried again. The default is
     * 10 seconds.
     */
    public Replicas retryAfter(Duration time) {
        return new Replicas(engines, allReads, window, maximumLag, notNegative(time, "time"));
    }

    private static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + ReadableDuration.of(duration) + ". It must not be negative.");
        }
        return duration;
    }

    /** Returns the engines. */
    public List<Engine> engines() {
        return engines;
    }

    /** Returns whether transactions that are not read-only read from replicas too, until they write. */
    public boolean isForAllReads() {
        return allReads;
    }

    /** Returns the time after a commit during which the session reads from the primary. */
    public Duration window() {
        return window;
    }

    /** Returns the lag above which a replica is skipped, or null for any. */
    public @Nullable Duration maximumLag() {
        return maximumLag;
    }

    /** Returns the time after which a replica is tried again. */
    public Duration retry() {
        return retry;
    }

    @Override
    public String toString() {
        return "Replicas" + engines;
    }
}
