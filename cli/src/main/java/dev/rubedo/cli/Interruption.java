package dev.rubedo.cli;

import dev.rubedo.migrate.run.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a command cleanly when the process is asked to terminate, for example by Ctrl-C: stops the run, and waits until
 * the transaction is rolled back and the lock is released. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    private static final int LONGEST_SECONDS = 30;

    private final StopSignal signal = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "rubedo-stop");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    StopSignal signal() {
        return signal;
    }

    private void stop() {
        signal.request();
        try {
            boolean isClean = ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(isClean ? ExitCode.INTERRUPTED : ExitCode.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!signal.isRequested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process ends at this moment
            }
        }
    }
}
