package dev.rubedo.cli;

import dev.rubedo.migrate.run.ProgressListener;
import dev.rubedo.migrate.run.RunProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a run: on a terminal with a line that is updated, elsewhere with a line every few seconds
 * during a long statement. Thread-safe.
 */
final class ProgressDisplay implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 20;
    private static final int LONGEST_SQL = 60;
    private static final String ERASE = "\r\u001B[2K";
    /** Truncates a line at the width of the terminal, because a wrapped line could not be erased. */
    private static final String CUT = "\u001B[?7l";
    private static final String WRAP = "\u001B[?7h";

    private final PrintWriter out;
    private final boolean isTerminal;
    private final ScheduledExecutorService ticker;
    private @Nullable RunProgress current;
    private long begun;
    private boolean isLineOpen;

    /**
     * Creates a display.
     *
     * @param out the stream to print to
     * @param isTerminal whether the stream is a terminal
     * @param interval the time between lines
     */
    ProgressDisplay(PrintWriter out, boolean isTerminal, Duration interval) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.ticker = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("rubedo-progress").unstarted(work));
        var period = (isTerminal ? Duration.ofSeconds(1) : interval).toMillis();
        ticker.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void progressed(RunProgress progress) {
        current = progress.isDone() ? null : progress;
        begun = System.nanoTime();
        if (isTerminal && progress.isDone() && progress.number() == progress.count()) {
            // the command prints the result next
            erase();
        } else if (isTerminal) {
            draw(progress);
        }
    }

    private synchronized void show() {
        var state = current;
        if (state == null) {
            return;
        }
        if (isTerminal) {
            draw(state);
        } else {
            out.println(words(state));
            out.flush();
        }
    }

    private void draw(RunProgress state) {
        int done = WIDTH * (state.isDone() ? state.number() : state.number() - 1) / state.count();
        out.print(ERASE + CUT + "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] " + words(state) + WRAP);
        out.flush();
        isLineOpen = true;
    }

    private void erase() {
        if (isLineOpen) {
            out.print(ERASE);
            out.flush();
            isLineOpen = false;
        }
    }

    private String words(RunProgress state) {
        var sql = state.sql().strip().replaceAll("\\s+", " ");
        var shown = sql.length() > LONGEST_SQL ? sql.substring(0, LONGEST_SQL - 3) + "..." : sql;
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        return state.number() + " of " + state.count() + ": " + state.step()
                + (sql.isEmpty() ? "" : ", statement " + state.statement() + " for " + seconds + " s: " + shown);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        synchronized (this) {
            current = null;
            erase();
        }
    }
}
