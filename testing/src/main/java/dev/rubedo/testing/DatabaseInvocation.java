package dev.rubedo.testing;

import dev.rubedo.engine.Engine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of one test on one database, with the test's parameters. Confined to one thread at a time. */
final class DatabaseInvocation
        implements
        TestTemplateInvocationContext,
        ParameterResolver,
        TestExecutionExceptionHandler,
        AfterEachCallback {

    private static final Set<Class<?>> TYPES = Set.of(TestDatabase.class, Engine.class, StatementLog.class,
            FaultProxy.class);

    private final String name;
    private final RunReport report;
    private @Nullable TestDatabase database;

    DatabaseInvocation(String name, RunReport report) {
        this.name = name;
        this.report = report;
    }

    @Override
    public String getDisplayName(int invocation) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this, StatementExpectations.of(() -> {
            TestDatabase open = database;
            if (open == null) {
                throw new IllegalStateException("@ExpectStatements and @NoNPlusOne need a test with a parameter of a "
                        + "database, such as Engine.");
            }
            return open.engine();
        }));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase open = database(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Engine.class) {
            return open.engine();
        }
        if (type == StatementLog.class) {
            return open.statements();
        }
        return type == FaultProxy.class ? open.network() : open;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new FailedOnDatabase(name));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (database != null) {
            database.close();
        }
    }

    /** The relay, if the test has one, must exist before the engine connects. */
    private TestDatabase database(ExtensionContext context) {
        if (database == null) {
            database = report.open(name);
            context.getStore(ExtensionContext.Namespace.create(this)).put(TestDatabase.class, database);
            if (context.getTestMethod().filter(DatabaseTestExtension::needsNetwork).isPresent()) {
                database.network();
            }
        }
        return database;
    }
}
