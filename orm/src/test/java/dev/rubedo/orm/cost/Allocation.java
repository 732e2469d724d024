package dev.rubedo.orm.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The bytes that the current thread allocates. They hardly depend on the load of the machine; a compiler that removes
 * allocations makes them fewer. Limits are about a quarter above what was measured.
 */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Returns the bytes of one call, the least of several measurements after a warm-up. */
    static long of(Runnable work) {
        int times = 50;
        for (int i = 0; i < 4 * times; i++) {
            work.run();
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
            for (int i = 0; i < times; i++) {
                work.run();
            }
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
            least = Math.min(least, (after - before) / times);
        }
        return least;
    }

    /** Fails if a call allocates more than a limit, which is reported with what was measured. */
    static void assertAtMost(long limit, String what, Runnable work) {
        long bytes = of(work);
        if (Boolean.getBoolean("rubedo.allocation.print")) {
            System.out.println(what + ": " + bytes);
        }
        assertThat(bytes).as(what).isLessThanOrEqualTo(limit);
    }
}
