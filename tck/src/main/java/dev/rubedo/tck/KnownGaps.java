package dev.rubedo.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The tests of the suites that a database is known to fail, each with a reason, for databases that only substitute for
 * another. Such a test is aborted with its reason if it fails, and fails if it passes. The list is a resource: a line
 * states a reason, the indented lines below name tests, {@code Suite#method} or {@code Suite#*} for all tests of a
 * suite, some of which may pass. Thread-safe.
 */
public final class KnownGaps
        implements
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AfterTestExecutionCallback {

    private final Map<String, String> reasons;

    private KnownGaps(Map<String, String> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    /**
     * Reads a list.
     *
     * @param tests a class next to the resource
     * @param resource its name
     */
    public static KnownGaps of(Class<?> tests, String resource) {
        var reasons = new LinkedHashMap<String, String>();
        try (var stream = tests.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no resource \"" + resource + "\" next to " + tests + ".");
            }
            var reason = "";
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("    ")) {
                    reasons.put(line.strip(), reason);
                } else if (!line.isBlank()) {
                    reason = line.strip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownGaps(reasons);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        aborted(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        aborted(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        aborted(context, failure);
    }

    private void aborted(ExtensionContext context, Throwable failure) throws Throwable {
        var reason = reason(context);
        if (reason == null || failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new TestAbortedException(reason, failure);
    }

    private @Nullable String reason(ExtensionContext context) {
        var suite = context.getRequiredTestClass().getSuperclass().getSimpleName();
        var exact = reasons.get(suite + "#" + context.getRequiredTestMethod().getName());
        return exact == null ? reasons.get(suite + "#*") : exact;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var suite = context.getRequiredTestClass().getSuperclass().getSimpleName();
        var test = suite + "#" + context.getRequiredTestMethod().getName();
        if (context.getExecutionException().isEmpty() && reasons.containsKey(test)) {
            throw new AssertionError("The test " + test + " passes now. Remove it from the list: " + reasons.get(test));
        }
    }
}
