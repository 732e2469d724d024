package dev.rubedo.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails tests with {@link ExpectStatements} or {@link NoNPlusOne} whose engine is not observed, because they would pass
 * regardless of what they execute. Stateless.
 */
final class UnobservedExpectations implements AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace
            .create(UnobservedExpectations.class);

    UnobservedExpectations() {}

    /** Records that the statements of a test were observed. */
    static void observed(ExtensionContext context) {
        context.getStore(OWN).put(UnobservedExpectations.class, true);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        @Nullable Object observed = context.getStore(OWN).get(UnobservedExpectations.class);
        if (observed == null && context.getExecutionException().isEmpty()) {
            throw new IllegalStateException("@ExpectStatements and @NoNPlusOne had no effect on \""
                    + context.getDisplayName()
                    + "\": nothing observes its engine. Make it a @DatabaseTest, or register "
                    + "StatementExpectations.of(() -> engine) with @RegisterExtension.");
        }
    }
}
