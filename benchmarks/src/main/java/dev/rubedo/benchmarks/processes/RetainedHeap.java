package dev.rubedo.benchmarks.processes;

import dev.rubedo.benchmarks.Contender;
import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.ObjectWorkloads;
import dev.rubedo.benchmarks.Rows;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * W12: the heap that 10,000 loaded users keep, with what their session needs, for each contender in a JVM of its own. On
 * H2, where texts are shared with the database. Stateless.
 */
public final class RetainedHeap {
    /** So many results are kept at once, so that what the database itself gains or frees weighs little. */
    private static final int TIMES = 8;

    private RetainedHeap() {}

    /**
     * Runs the measurement.
     *
     * @param arguments none; the JVM of a contender gets its name
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            System.out.println(kept(Contender.valueOf(arguments[0])));
            return;
        }
        long jdbc = 0;
        for (Contender one : Contender.values()) {
            if (!one.has("hold", "h2")) {
                continue;
            }
            var jvm = new ArrayList<>(one.jvmArguments());
            jvm.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
            long bytes = ChildProcess.run(jvm, System.getProperty("java.class.path"), RetainedHeap.class.getName(),
                    one.name());
            jdbc = one == Contender.JDBC ? bytes : jdbc;
            System.out.printf(Locale.ROOT, "| %s | %d B | %.2f |%n", one.name().toLowerCase(Locale.ROOT),
                    bytes / Rows.COUNT, (double) bytes / jdbc);
        }
    }

    private static long kept(Contender contender) throws Exception {
        try (Database database = new Database("h2", Rows.COUNT);
                ObjectWorkloads workloads = contender.objects(database)) {
            workloads.hold();
            workloads.hold();
            long before = used();
            List<Object> held = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                held.add(workloads.hold());
            }
            long after = used();
            Reference.reachabilityFence(held);
            return (after - before) / TIMES;
        }
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 5; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
