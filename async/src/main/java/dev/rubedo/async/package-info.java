/**
 * Asynchronous use: the calls of {@link dev.rubedo.async.AsyncEngine} and {@link dev.rubedo.async.AsyncSession} return a
 * {@link java.util.concurrent.CompletableFuture} at once and execute on a lane, one after the other. There is one
 * implementation of everything, the blocking one; a lane is a queue of tasks for one virtual thread at a time.
 */
@NullMarked
package dev.rubedo.async;

import org.jspecify.annotations.NullMarked;
