package dev.rubedo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules 1, 2, 7 and 14: which package may use which. */
class PackageLayersTest {

    static Stream<Layout.Module> modules() {
        return Layout.modules().stream().filter(module -> !module.packages().isEmpty());
    }

    @Test
    void packagesAreFreeOfCycles() {
        freeOfCycles("dev.rubedo").check(Project.classes());
    }

    @Test
    void aCycleOfPackagesIsCaught() {
        Caught.violation(freeOfCycles("planted"), Project.planted("planted.cycle"), "planted.cycle.left");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesOfAModuleUseOnlyThoseListedBeforeThem(Layout.Module module) {
        layered("dev.rubedo", module.packages()).check(Project.classesOf(module));
    }

    @Test
    void aLowerPackageThatUsesAHigherOneIsCaught() {
        Caught.violation(layered("planted.layer", List.of("lower", "upper")), Project.planted("planted.layer"),
                "planted.layer.lower.Sinner");
    }

    @Test
    void aPackageThatIsNotListedIsCaught() {
        Caught.violation(layered("planted.layer", List.of("upper")), Project.planted("planted.layer.lower"),
                "planted.layer.lower");
    }

    @Test
    void migrationsDoNotUseTheOrm() {
        withoutOrm("dev.rubedo").allowEmptyShould(true).check(Project.classes());
    }

    @Test
    void aMigrationThatUsesTheOrmIsCaught() {
        Caught.violation(withoutOrm("planted"), Project.planted("planted.migrate", "planted.orm"),
                "planted.migrate.Upgrade");
    }

    @Test
    void theProcessorUsesOnlyTheMappingAndItsGenerator() {
        selfContained("dev.rubedo").check(Project.classes());
    }

    @Test
    void aProcessorThatLoadsRuntimeTypesIsCaught() {
        Caught.violation(selfContained("planted"), Project.planted("planted.processor", "planted.orm"),
                "planted.processor.Curious");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleWasImported(Layout.Module module) {
        var imported = Project.classesOf(module);

        assertThat(imported).as("classes of module %s", module).hasSizeGreaterThan(
                switch (module.folder()) {
                    case "sql" -> 150;
                    case "engine", "orm" -> 80;
                    case "mapping", "processor", "testing", "tck" -> 15;
                    case "spring", "spring-boot-starter" -> 5;
                    default -> 8;
                });
    }

    private static ArchRule freeOfCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule layered(String root, List<String> packages) {
        var order = packages.stream().map(name -> root + "." + name).toList();
        return classes().should(new ArchCondition<>("use only packages listed before their own") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                int own = position(order, user.getPackageName());
                if (own < 0) {
                    events.add(SimpleConditionEvent.violated(user,
                            user.getName() + " lies in a package that the list does not have: "
                                    + user.getPackageName()));
                }
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    int used = position(order, dependency.getTargetClass().getBaseComponentType().getPackageName());
                    if (used > own) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** Where the package, or the one it is a part of, stands in the list: the longest entry wins. */
    private static int position(List<String> order, String name) {
        int found = -1;
        for (int i = 0; i < order.size(); i++) {
            var entry = order.get(i);
            if ((name.equals(entry) || name.startsWith(entry + "."))
                    && (found < 0 || entry.length() > order.get(found).length())) {
                found = i;
            }
        }
        return found;
    }

    private static ArchRule withoutOrm(String root) {
        return noClasses().that().resideInAPackage(root + ".migrate..")
                .should().dependOnClassesThat().resideInAPackage(root + ".orm..");
    }

    private static ArchRule selfContained(String root) {
        return classes().that().resideInAPackage(root + ".processor..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(root + ".processor..", root + ".mapping..",
                        "com.palantir.javapoet..", "java..", "javax.annotation.processing..", "javax.lang.model..",
                        "javax.tools..", "org.jspecify.annotations..");
    }
}
