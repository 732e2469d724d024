package dev.rubedo.testing;

import dev.rubedo.feature.Feature;
import dev.rubedo.testing.server.TestServers;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link DatabaseTest} once per database. Stateless: shared state is kept in JUnit's root store. */
final class DatabaseTestExtension implements TestTemplateInvocationContextProvider, ExecutionCondition {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
            .create(DatabaseTestExtension.class);

    DatabaseTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return annotation(context) != null;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        DatabaseTest test = annotationOf(context);
        List<String> able = able(context, test, selected(context, test));
        return able.stream().map(name -> new DatabaseInvocation(name, report(context)));
    }

    /**
     * A test without any remaining database is disabled, with the reason. That happens only by an explicit setting, or
     * because no database of this run has the required features.
     */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        DatabaseTest test = annotation(context);
        if (test == null) {
            return evaluateClass(context);
        }
        List<String> selected = selected(context, test);
        if (selected.isEmpty()) {
            return ConditionEvaluationResult.disabled("no database is left. " + report(context).servers().summary());
        }
        return able(context, test, selected).isEmpty()
                ? ConditionEvaluationResult.disabled(selected + " cannot do " + Arrays.toString(test.requires())
                        + (needsNetwork(context.getRequiredTestMethod()) ? " over a network" : ""))
                : ConditionEvaluationResult.enabled("databases were found");
    }

    /** A whole class is disabled at once, so that it is reported once. */
    private static ConditionEvaluationResult evaluateClass(ExtensionContext context) {
        List<String> only = context.getTestMethod().isPresent() ? List.of() : ofClass(context);
        return only.isEmpty() || !report(context).servers().select(only, List.of()).isEmpty()
                ? ConditionEvaluationResult.enabled("not a database test, or one with a database")
                : ConditionEvaluationResult.disabled("no database is left. " + report(context).servers().summary());
    }

    private static @Nullable DatabaseTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestMethod(), DatabaseTest.class).orElse(null);
    }

    private static DatabaseTest annotationOf(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestMethod(), DatabaseTest.class).orElseThrow();
    }

    private static List<String> selected(ExtensionContext context, DatabaseTest test) {
        TestServers servers = report(context).servers();
        List<String> ofClass = ofClass(context);
        List<String> ofMethod = List.of(test.only());
        List<String> only = ofMethod.isEmpty() ? ofClass : ofMethod;
        return servers.select(only, List.of(test.except())).stream()
                .filter(name -> ofClass.isEmpty() || ofClass.contains(name)).toList();
    }

    /** A nested class, inherited or not, runs on the databases of its enclosing class. */
    private static List<String> ofClass(ExtensionContext context) {
        for (var each = Optional.of(context); each.isPresent(); each = each.get().getParent()) {
            var databases = each.get().getTestClass().map(type -> type.getAnnotation(Databases.class));
            if (databases.isPresent()) {
                return List.of(databases.get().value());
            }
        }
        return List.of();
    }

    private static List<String> able(ExtensionContext context, DatabaseTest test, List<String> names) {
        boolean needsNetwork = needsNetwork(context.getRequiredTestMethod());
        Set<Feature> required = EnumSet.noneOf(Feature.class);
        required.addAll(List.of(test.requires()));
        return names.stream().filter(name -> !needsNetwork || report(context).servers().hasNetwork(name))
                .filter(name -> required.isEmpty() || report(context).features(name).containsAll(required)).toList();
    }

    static boolean needsNetwork(Method method) {
        return List.of(method.getParameterTypes()).contains(FaultProxy.class);
    }

    @SuppressWarnings("deprecation") // JUnit 5 has no computeIfAbsent
    private static RunReport report(ExtensionContext context) {
        return Objects.requireNonNull(context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(RunReport.class,
                key -> new RunReport(), RunReport.class));
    }
}
