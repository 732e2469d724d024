package dev.rubedo.async;

import dev.rubedo.engine.Engine;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of an engine's lanes: a virtual thread for each turn of a lane, or reused platform threads if the driver
 * would pin the carriers of virtual ones. Their number is not limited, because a lane that waits for a connection must
 * not prevent one that has a connection from returning it. Thread-safe.
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

    /** Lets running tasks complete; accepts no new ones. */
    @Override
    public void close() {
        service.shutdown();
    }
}
