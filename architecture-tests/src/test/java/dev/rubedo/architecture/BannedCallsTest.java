package dev.rubedo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.sql.Driver;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.CommonDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 10 and 11: calls that main code does not make. */
class BannedCallsTest {

    private static final Set<String> LOCALE_DEPENDENT = Set.of("toLowerCase", "toUpperCase", "format", "formatted");

    static List<Layout.Module> modules() {
        return Layout.modules();
    }

    @Test
    void mainCodeDoesNotPrint() {
        noPrinting("dev.rubedo").check(Project.classes());
    }

    @Test
    void printingIsCaught() {
        Caught.violation(noPrinting("planted"), Project.planted("planted.call"), "planted.call.Chatty.print");
        Caught.violation(noPrinting("planted"), Project.planted("planted.call"), "planted.call.Chatty.trace");
    }

    @Test
    void mainCodeDoesNotDependOnTheDefaultLocale() {
        noDefaultLocale("dev.rubedo").check(Project.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "upper", "format", "formatted"})
    void aCallThatDependsOnTheDefaultLocaleIsCaught(String method) {
        Caught.violation(noDefaultLocale("planted"), Project.planted("planted.call"), "planted.call.Turkish." + method);
    }

    @Test
    void mainCodeDoesNotSleepOrUseTheLoggingOfTheJdk() {
        noSleepNoJdkLogging("dev.rubedo").check(Project.classes());
    }

    @Test
    void sleepingAndTheLoggingOfTheJdkAreCaught() {
        Caught.violation(noSleepNoJdkLogging("planted"), Project.planted("planted.call"), "planted.call.Sleepy.nap");
        Caught.violation(noSleepNoJdkLogging("planted"), Project.planted("planted.call"), "planted.call.Sleepy.log");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void servicesAreLoadedByOneClassOfAModule(Layout.Module module) {
        assertThat(loadersOfServices(Project.classesOf(module))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aSecondClassThatLoadsServicesIsCaught() {
        assertThat(loadersOfServices(Project.planted("planted.call"))).containsExactly("planted.call.FirstLoader",
                "planted.call.SecondLoader");
    }

    @Test
    void reflectionStaysInTheMappingOfRecords() {
        noReflection("dev.rubedo").check(Project.classes());
    }

    @Test
    void reflectionElsewhereIsCaught() {
        Caught.violation(noReflection("planted"), Project.planted("planted.call"), "planted.call.Mirror.look");
        Caught.violation(noReflection("planted"), Project.planted("planted.call"), "planted.call.Mirror.create");
    }

    @Test
    void mainCodeHasNoStaticStateThatChanges() {
        noStaticState("dev.rubedo").check(Project.classes());
    }

    @Test
    void staticStateThatChangesIsCaught() {
        Caught.violation(noStaticState("planted"), Project.planted("planted.call"), "planted.call.Chatty.last");
    }

    /** The test support tells at the end of a run on which databases it took place. */
    private static ArchRule noPrinting(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".testing..")
                .should()
                .accessTargetWhere(describe("System.out or System.err", BannedCallsTest::isConsole))
                .orShould().callMethodWhere(describe("printStackTrace()",
                        call -> call.getName().equals("printStackTrace")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
    }

    private static boolean isConsole(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class) && Set.of("out", "err").contains(access.getName());
    }

    private static ArchRule noDefaultLocale(String root) {
        return noClasses().that().resideInAPackage(root + "..").should()
                .callMethodWhere(describe("text depends on the default locale", call -> isDefaultLocale(call)));
    }

    private static boolean isDefaultLocale(JavaCall<?> call) {
        return (call.getTargetOwner().isEquivalentTo(String.class)
                || call.getTargetOwner().isAssignableTo(PrintStream.class))
                && LOCALE_DEPENDENT.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Locale.class));
    }

    /** JDBC's own interfaces name the logger of the JDK in a method that drivers and data sources must have. */
    private static ArchRule noSleepNoJdkLogging(String root) {
        return noClasses().that().resideInAPackage(root + "..")
                .and().areNotAssignableTo(Driver.class).and().areNotAssignableTo(CommonDataSource.class).should()
                .callMethodWhere(describe("Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep")))
                .orShould().dependOnClassesThat().resideInAPackage("java.util.logging..");
    }

    private static Set<String> loadersOfServices(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ServiceLoader.class)
                                && call.getName().startsWith("load")))
                .map(type -> type.getName().replaceFirst("\\$.*", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A {@code Type} as a value (the type of a JSON document) is a name and no reflection. The test support may ask
     * whether a driver is on the class path, an engine whether Spring is, a session for
     * Spring may be a proxy, the suites may look at themselves.
     */
    private static ArchRule noReflection(String root) {
        return noClasses().that().resideInAPackage(root + "..")
                .and()
                .haveSimpleNameNotStartingWith("AmbientTransactions")
                .and()
                .resideOutsideOfPackages(root + ".result..", root + ".orm.model..", root + ".spring..",
                        root + ".testing..",
                        root + ".tck..")
                .and().doNotHaveFullyQualifiedName(root + ".cli.ModelClass")
                .should()
                .dependOnClassesThat().belongToAnyOf(Field.class, Method.class, Constructor.class, Proxy.class,
                        InvocationHandler.class, RecordComponent.class, MethodHandles.Lookup.class)
                .orShould()
                .callMethodWhere(describe("a class is looked into or loaded by name", call -> isReflection(call)));
    }

    private static boolean isReflection(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Class.class)
                && (call.getName().equals("forName") || call.getName().startsWith("getDeclared")
                        || Set.of("getMethods", "getMethod", "getFields", "getField", "getConstructor",
                                "getConstructors",
                                "getRecordComponents", "newInstance").contains(call.getName()));
    }

    private static ArchRule noStaticState(String root) {
        return noFields().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and().areStatic()
                .and().doNotHaveName("$assertionsDisabled").should().notBeFinal();
    }
}
