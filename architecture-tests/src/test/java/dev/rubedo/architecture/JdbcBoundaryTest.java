package dev.rubedo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 3 and 4: who may touch the outside world. */
class JdbcBoundaryTest {

    @Test
    void theLanguageHalfKnowsNoDatabaseNetworkThreadOrFile() {
        pureLanguage("dev.rubedo").check(Project.classes());
    }

    @Test
    void aTreeThatOpensAFileIsCaught() {
        Caught.violation(pureLanguage("planted"), Project.planted("planted.sql"), "planted.sql.Reader");
    }

    @Test
    void aTreeThatConnectsIsCaught() {
        Caught.violation(pureLanguage("planted"), Project.planted("planted.schema"), "planted.schema.Connecting");
    }

    @Test
    void onlyTheEngineAndTheBackendsTouchJdbc() {
        jdbcOnlyBelow("dev.rubedo").check(Project.classes());
    }

    @Test
    void aSessionThatTouchesJdbcIsCaught() {
        Caught.violation(jdbcOnlyBelow("planted"), Project.planted("planted.session"), "planted.session.Direct");
    }

    @Test
    void theConnectionOfJdbcIsAlwaysFullyQualified() {
        assertThat(importsOfJdbcConnection(Project.sources())).isEmpty();
    }

    @Test
    void anImportOfTheConnectionOfJdbcIsCaught(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("Careless.java"), """
                package planted;
                import java.sql.Connection;
                class Careless {}
                """);

        assertThat(importsOfJdbcConnection(List.of(file))).containsExactly("Careless");
    }

    private static ArchRule pureLanguage(String root) {
        return noClasses().that().resideInAnyPackage(packages(root, Layout.LANGUAGE_PACKAGES)).should()
                .dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..",
                        "java.util.concurrent")
                .orShould().dependOnClassesThat().belongToAnyOf(Thread.class, java.io.File.class,
                        java.io.FileInputStream.class, java.io.FileOutputStream.class, java.io.RandomAccessFile.class);
    }

    private static ArchRule jdbcOnlyBelow(String root) {
        var allowed = Stream.concat(Layout.JDBC_PACKAGES.stream(),
                Stream.of("dialect.*", "testing", "testing..", "tck", "tck..", "spring", "spring..")).toList();
        return noClasses().that().resideOutsideOfPackages(packages(root, allowed))
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");
    }

    private static String[] packages(String root, List<String> names) {
        return names.stream().map(name -> root + "." + name).toArray(String[]::new);
    }

    private static List<String> importsOfJdbcConnection(List<Path> files) {
        return files.stream().filter(file -> Project.code(file).contains("import java.sql.Connection;"))
                .map(Project::typeName).toList();
    }
}
