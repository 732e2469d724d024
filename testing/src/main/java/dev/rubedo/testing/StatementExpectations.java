package dev.rubedo.testing;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.StatementKind;
import dev.rubedo.error.DatabaseException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/**
 * The JUnit extension behind {@link ExpectStatements} and {@link NoNPlusOne}, for tests with an engine of their own:
 * {@snippet :
 * @RegisterExtension static final StatementExpectations EXPECTATIONS = StatementExpectations.of(() -> ENGINE); } Tests
 * with {@link DatabaseTest} need no registration. Run only one test at a time on the engine: statements that other
 * threads execute on it are counted too. Thread-safe.
 */
public final class StatementExpectations implements InvocationInterceptor {

    private final Supplier<Engine> engine;
    private final Counted counted = new Counted();
    private final RepeatedLoads loads = new RepeatedLoads();

    private StatementExpectations(Supplier<Engine> engine) {
        this.engine = engine;
    }

    /**
     * Returns an extension that counts the statements of an engine.
     *
     * @param engine returns the engine, for each test before it begins
     */
    public static StatementExpectations of(Supplier<Engine> engine) {
        return new StatementExpectations(engine);
    }

    /** The executed statements with their kinds. Thread-safe. */
    private static final class Counted implements ExecutionListener {

        private record Sent(StatementKind kind, String sql) {}

        private final List<Sent> sent = new ArrayList<>();

        @Override
        public void afterExecute(Execution execution) {
            add(execution);
        }

        @Override
        public void afterError(Execution execution, DatabaseException failure) {
            if (!execution.returnsRows()) {
                add(execution);
            }
        }

        private synchronized void add(Execution execution) {
            sent.add(new Sent(execution.subject().kind(), execution.sql()));
        }

        synchronized void clear() {
            sent.clear();
        }

        synchronized int count() {
            return sent.size();
        }

        synchronized int count(StatementKind kind) {
            return (int) sent.stream().filter(each -> each.kind == kind).count();
        }

        @Override
        public synchronized String toString() {
            return sent.isEmpty() ? "  (none)"
                    : "  " + String.join("\n  ",
                            sent.stream().map(each -> LoggedStatement.normalize(each.sql)).toList());
        }
    }

    @Override
    public void interceptTestMethod(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        run(invocation, context);
    }

    /** Observes the engine while the method of the test runs; its parameters are there already. */
    private synchronized void run(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        var expected = find(context, ExpectStatements.class);
        boolean isChecked = find(context, NoNPlusOne.class).isPresent();
        if (expected.isEmpty() && !isChecked) {
            invocation.proceed();
            return;
        }
        UnobservedExpectations.observed(context);
        counted.clear();
        loads.clear();
        var observed = engine.get();
        var counting = observed.listen(counted);
        var finding = observed.listen(loads);
        try {
            invocation.proceed();
        } finally {
            counting.remove();
            finding.remove();
        }
        expected.ifPresent(this::check);
        if (isChecked && !loads.found().isEmpty()) {
            throw new AssertionFailedError("N+1 statements: " + String.join("\n", loads.found()));
        }
    }

    private void check(ExpectStatements expected) {
        check(expected.value(), counted.count(), "statements");
        check(expected.select(), counted.count(StatementKind.SELECT), "SELECT statements");
        check(expected.insert(), counted.count(StatementKind.INSERT), "INSERT statements");
        check(expected.update(), counted.count(StatementKind.UPDATE), "UPDATE statements");
        check(expected.delete(), counted.count(StatementKind.DELETE), "DELETE statements");
    }

    private void check(int expected, int found, String what) {
        if (expected >= 0 && expected != found) {
            throw new AssertionFailedError(
                    "Expected " + expected + " " + what + " but found " + found + " in:\n" + counted, expected, found);
        }
    }

    /** Returns the annotation of the method or else of its class or an enclosing one. */
    private static <A extends Annotation> Optional<A> find(ExtensionContext context, Class<A> type) {
        var found = AnnotationSupport.findAnnotation(context.getTestMethod(), type);
        for (var place = context.getRequiredTestClass(); found.isEmpty() && place != null; place = place
                .getEnclosingClass()) {
            found = AnnotationSupport.findAnnotation(place, type);
        }
        return found;
    }
}
