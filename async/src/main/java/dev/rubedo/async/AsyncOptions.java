package dev.rubedo.async;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the lanes of an asynchronous engine have in common. Immutable.
 *
 * @param threads executes the tasks of lanes
 * @param callbacks executes the stages that depend on tasks, or null to execute them on the thread of the lane
 * @param isStrict whether a call fails while another one of the same session or connection is in progress
 */
record AsyncOptions(Executor threads, @Nullable Executor callbacks, boolean isStrict) {}
