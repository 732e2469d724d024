package dev.rubedo.async;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The common options of the lanes of an asynchronous engine. Immutable, except for the flag {@code warned}.
 *
 * @param threads executes the tasks of lanes
 * @param callbacks executes the stages that depend on tasks, or null to execute them on the thread of the lane
 * @param isStrict whether a call fails while another one of the same session or connection is in progress
 * @param cancelGrace how long a cancelled statement may continue to run before its connection is closed
 * @param warned whether a long stage was reported
 */
record AsyncOptions(Executor threads, @Nullable Executor callbacks, boolean isStrict, Duration cancelGrace,
        AtomicBoolean warned) {

    static final Duration CANCEL_GRACE = Duration.ofSeconds(5);

    AsyncOptions(Executor threads, @Nullable Executor callbacks, boolean isStrict) {
        this(threads, callbacks, isStrict, CANCEL_GRACE, new AtomicBoolean());
    }
}
