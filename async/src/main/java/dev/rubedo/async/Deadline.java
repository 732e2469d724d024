package dev.rubedo.async;

import dev.rubedo.error.ReadableDuration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A point in time before which the work of a session or connection must be completed, including the wait for a
 * connection. Several sessions and connections can share a deadline, such as all that serve the same request.
 * Immutable.
 *
 * {@snippet :
 * Deadline deadline = Deadline.in(Duration.ofSeconds(2));
 * CompletableFuture<User> user = sessions.fromTransaction(deadline, session -> session.require(USER, 5));
 * }
 */
public final class Deadline {

    /** The longest time that can be measured, about 146 years; the clock cannot count further. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + nanos(limit);
    }

    /**
     * Returns a deadline that passes after the given time from now.
     *
     * @param limit the time; must be positive. More than a century amounts to no limit
     */
    public static Deadline in(Duration limit) {
        requirePositive("Deadline.in", limit);
        return new Deadline(limit);
    }

    static void requirePositive(String method, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    method + "(" + ReadableDuration.of(limit) + "): the duration must be positive.");
        }
    }

    static long nanos(Duration time) {
        return (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
    }

    /** Returns the remaining time; zero if the deadline has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Returns whether the deadline has passed. */
    public boolean hasPassed() {
        return end - System.nanoTime() <= 0;
    }

    Duration limit() {
        return limit;
    }

    /** Calls an action on a virtual thread when the deadline passes, unless the returned timer is cancelled before. */
    Future<?> whenPassed(Runnable action) {
        return after(left(), action);
    }

    /** Calls an action on a virtual thread after a time, unless the returned timer is cancelled before. */
    static Future<?> after(Duration time, Runnable action) {
        var timer = new CompletableFuture<Boolean>();
        timer.thenRunAsync(action, task -> Thread.ofVirtual().name("rubedo-deadline").start(task));
        return timer.completeOnTimeout(true, nanos(time), TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return "Deadline[" + ReadableDuration.of(limit) + ", " + ReadableDuration.of(left()) + " left]";
    }
}
