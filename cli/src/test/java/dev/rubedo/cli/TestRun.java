package dev.rubedo.cli;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test class in a process of its own, as a build does, and ends with the number of failures. */
final class TestRun {
    private TestRun() {}

    public static void main(String[] arguments) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(arguments[0])).build(), summary);
        summary.getSummary()
                .printFailuresTo(new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8));
        System.out.println(summary.getSummary().getTestsSucceededCount() + " passed");
        System.exit((int) summary.getSummary().getTestsFailedCount());
    }
}
