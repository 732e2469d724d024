/**
 * Asynchronous use: the calls of {@link dev.rubedo.async.AsyncEngine} and {@link dev.rubedo.async.AsyncSession}
 * immediately return a {@link java.util.concurrent.CompletableFuture} and are executed on a lane, one after the other.
 * There is only one implementation, the blocking one; a lane is a queue of tasks for one virtual thread at a time.
 */
@NullMarked
package dev.rubedo.async;

import org.jspecify.annotations.NullMarked;
