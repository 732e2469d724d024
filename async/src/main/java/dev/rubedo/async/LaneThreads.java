package dev.rubedo.async;

import dev.rubedo.engine.Engine;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of an engine's lanes: a virtual thread for each turn of a lane, or platform threads, which are used again,
 * if the driver would hold the carriers of virtual ones. Their number is not limited, because a lane that waits for a
 * connection must not keep one that has a connection from giving it back. Thread-safe.
 */
final class LaneThreads implements Executor, AutoCloseable {

    private static final String NAME = "rubedo-lane-";

    private final ExecutorService service;

    private LaneThreads(ExecutorService service) {
        this.service = service;
    }

    static LaneThreads of(Engine engine) {
        if (engine.backend().holdsCarrierThreads()) {
            ThreadFactory platform = Thread.ofPlatform().name(NAME, 0).daemon(true).factory();
            return new LaneThreads(Executors.newCachedThreadPool(platform));
        }
        return new LaneThreads(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(NAME, 0).factory()));
    }

    @Override
    public void execute(Runnable task) {
        service.execute(task);
    }

    /** Lets the tasks that were begun end; accepts no more. */
    @Override
    public void close() {
        service.shutdown();
    }
}
