package dev.rubedo.orm.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The bytes that the current thread allocates. They hardly depend on the load of the machine; a compiler that removes
 * allocations makes them fewer. Limits are about 1.4 times what was measured with compressed references, which is why
 * tests are skipped where references take eight bytes or the JVM does not tell.
 */
final class Allocation {

    private Allocation() {}

    /** Returns the bytes of one call, the least of several measurements after a warm-up. */
    static long of(Runnable work) {
        assumeTrue(hasCompressedReferences(), "The limits are those of a HotSpot JVM with compressed references"
                + " (-XX:+UseCompressedOops, the default of heaps below 32 GB). This JVM has none, or does not tell.");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int times = 50;
        for (int i = 0; i < 4 * times; i++) {
            work.run();
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            for (int i = 0; i < times; i++) {
                work.run();
            }
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            least = Math.min(least, (after - before) / times);
        }
        return least;
    }

    private static boolean hasCompressedReferences() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            return false;
        }
        try {
            return Boolean.parseBoolean(machine.getVMOption("UseCompressedOops").getValue());
        } catch (IllegalArgumentException e) {
            return false; // another JVM, which has no such option
        }
    }

    /** Fails if a call allocates more than a limit, which is reported with what was measured. */
    static void assertAtMost(long limit, String what, Runnable work) {
        long bytes = of(work);
        if (Boolean.getBoolean("rubedo.allocation.print")) {
            System.out.println(what + ": " + bytes + " of " + limit);
        }
        assertThat(bytes).as(what).isLessThanOrEqualTo(limit);
    }
}
