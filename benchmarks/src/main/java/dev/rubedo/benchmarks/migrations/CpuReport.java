package dev.rubedo.benchmarks.migrations;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Prints the CPU time that this process has used. Stateless. */
final class CpuReport {
    static final String WORD = "CPU ";

    private CpuReport() {}

    static void print() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println(WORD + Duration.ofNanos(system.getProcessCpuTime()).toMillis());
    }
}
