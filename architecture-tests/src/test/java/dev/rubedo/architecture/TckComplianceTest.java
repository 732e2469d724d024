package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rubedo.tck.AllSuites;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rule 15: every dialect runs every suite. */
class TckComplianceTest {

    @SuppressWarnings("unused") private static final List<String> DIALECTS = Layout.DIALECTS;

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void aDialectRunsEverySuite(String dialect) {
        var root = Project.root();
        var classes = new ClassFileImporter().importPaths(root.resolve("tck/target/classes"),
                root.resolve("dialects").resolve(dialect).resolve("target/test-classes"));

        assertThat(missingSuites(classes, "dev.rubedo.tck")).isEmpty();
        assertThat(classes.get(AllSuites.class).getAllSubclasses())
                .anyMatch(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    @Test
    void suitesWereFound() {
        var suites = new ClassFileImporter().importPaths(Project.root().resolve("tck/target/classes"));

        assertThat(suites).filteredOn(type -> isSuite(type, "dev.rubedo.tck")).hasSizeGreaterThan(5);
    }

    @Test
    void aSuiteThatNobodyRunsIsCaught() {
        assertThat(missingSuites(Project.planted("planted.tck"), "planted.tck"))
                .containsExactly("planted.tck.ForgottenSuite");
    }

    private static List<String> missingSuites(JavaClasses classes, String suites) {
        return classes.stream().filter(type -> isSuite(type, suites))
                .filter(type -> type.getAllSubclasses().stream()
                        .noneMatch(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT)))
                .map(JavaClass::getName).sorted().toList();
    }

    private static boolean isSuite(JavaClass type, String suites) {
        return type.getPackageName().startsWith(suites) && type.isTopLevelClass() && !type.isInterface()
                && type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
