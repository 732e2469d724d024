package dev.rubedo.orm.routing;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ReadableDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a database that sessions may read from, and when. Each transaction reads from one of them, in turn. A session
 * that has written reads from the database itself: to the end of its transaction, and after the commit until the copy has
 * what was written, where the database can tell, or for a time. A copy that cannot be reached or is too far behind is left
 * out for a while; if there is none, the database itself is read. Immutable.
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
            throw new IllegalArgumentException("There are no replicas. Give the engine of at least one.");
        }
    }

    /**
     * Returns replicas that are read by transactions which are read-only, and by statements with the option
     * {@code fromReplica()}.
     */
    public static Replicas of(Engine first, Engine... more) {
        List<Engine> all = new ArrayList<>(List.of(more));
        all.add(0, Objects.requireNonNull(first, "first"));
        return new Replicas(all, false, WINDOW, null, RETRY);
    }

    /** Returns these replicas, which are read by all queries and loads of transactions that have not written. */
    public Replicas forAllReads() {
        return new Replicas(engines, true, window, maximumLag, retry);
    }

    /**
     * Returns these replicas, which a session does not read for this time after it committed changes. The default is 5
     * seconds. It does not matter where the database can tell what a copy has (PostgreSQL).
     */
    public Replicas readYourWrites(Duration window) {
        return new Replicas(engines, allReads, notNegative(window, "window"), maximumLag, retry);
    }

    /**
     * Returns these replicas, of which those are left out that are further behind than this. By default the lag is not
     * asked for. Only where the database can tell (PostgreSQL).
     */
    public Replicas maximumLag(Duration lag) {
        return new Replicas(engines, allReads, window, notNegative(lag, "lag"), retry);
    }

    /** Returns these replicas, of which one that failed or lagged is tried again after this time. The default is 10 seconds. */
    public Replicas retryAfter(Duration time) {
        return new Replicas(engines, allReads, window, maximumLag, notNegative(time, "time"));
    }

    private static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + ReadableDuration.of(duration) + ". Give a duration that is not negative.");
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

    /** Returns the time after a commit in which the session reads from the database itself. */
    public Duration window() {
        return window;
    }

    /** Returns the lag above which a replica is left out, or null for any. */
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
