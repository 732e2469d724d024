package dev.rubedo.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts the CPU time of the working thread and the operations of one iteration; their quotient is the main measure.
 *
 * <p>
 * A workload that must clean up between operations takes the time around its work itself, by {@link #begin} and
 * {@link #end}; all others are measured by whole iterations, since reading the clock costs about a microsecond.
 * Confined to one thread.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** CPU time of this iteration in nanoseconds. */
    public long cpuNanos;
    /** Operations of this iteration. */
    public long operations;

    private long start;
    private boolean bySection;

    @Setup(Level.Iteration)
    public void startIteration() {
        cpuNanos = 0;
        operations = 0;
        start = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stopIteration() {
        if (!bySection) {
            cpuNanos = THREADS.getCurrentThreadCpuTime() - start;
        }
    }

    /** Begins a section; from now on only sections are counted. */
    public void begin() {
        bySection = true;
        start = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends the section and counts one operation. */
    public void end() {
        cpuNanos += THREADS.getCurrentThreadCpuTime() - start;
        operations++;
    }

    /** Counts one operation. */
    public void operation() {
        operations++;
    }
}
