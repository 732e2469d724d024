package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated for entities that inherit from others: the sources in {@code src/test/resources/hierarchy}. */
class HierarchySourceTest {

    @TempDir private Path directory;

    @Test
    void javacHasNothingToWarnOf() {
        Compilation compilation = Compilation.of(Compiler.JAVAC, directory,
                List.of("-Xlint:all,-processing,-this-escape"),
                Model.sources("hierarchy"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).filteredOn(warning -> !warning.file().equals("?")).isEmpty();
    }

    @Test
    void eclipseHasNothingToWarnOf() {
        Compilation compilation = Compilation.of(Compiler.ECLIPSE, directory,
                List.of("-warn:+unused,unchecked,raw,cast,fallthrough"), Model.sources("hierarchy"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings())
                .filteredOn(warning -> warning.file().endsWith("Base.java") || warning.file().endsWith("_.java"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EmployeeBase", "Employee_", "EngineerBase", "Engineer_", "ManagerBase", "Manager_",
            "TraineeBase", "BoatBase", "Boat_", "RaftBase", "Raft_"})
    void bothCompilersGetTheSameReadableSource(String type) {
        Compilation javac = Compilation.of(Compiler.JAVAC, directory.resolve("javac"), List.of(),
                Model.sources("hierarchy"));
        Compilation eclipse = Compilation.of(Compiler.ECLIPSE, directory.resolve("ecj"), List.of(),
                Model.sources("hierarchy"));

        String generated = javac.generated().get(type + ".java");
        assertThat(generated).isEqualTo(Model.golden(type + ".java", generated));
        assertThat(eclipse.generated().get(type + ".java")).isEqualTo(generated);
    }

    @ParameterizedTest
    @EnumSource
    void recompilingOneFileOfManyGivesTheSame(Compiler compiler) {
        Compilation all = Compilation.of(compiler, directory, List.of(), Model.sources("hierarchy"));

        for (String type : List.of("Employee", "Engineer", "Manager", "Trainee", "Boat", "Raft", "Team")) {
            deleteGeneratedClasses(type);
            Compilation one = Compilation.of(compiler, directory, List.of(),
                    List.of(Model.source("hierarchy", type)));

            assertThat(one.errors()).isEmpty();
            for (String file : List.of(type + "Base.java", type + "_.java")) {
                assertThat(withoutComments(one, file)).isEqualTo(withoutComments(all, file));
            }
        }
    }

    private void deleteGeneratedClasses(String type) {
        String[] stale = directory.resolve("classes/firm").toFile()
                .list((folder, file) -> file.matches(type + "(Base|_)(\\$.*)?\\.class"));

        for (String file : stale) {
            assertThat(directory.resolve("classes/firm").resolve(file).toFile().delete()).isTrue();
        }
    }

    private static String withoutComments(Compilation compilation, String file) {
        return compilation.generated().get(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
    }

    @ParameterizedTest
    @EnumSource
    void aSubclassHasTheHybridsOfItsSuperclass(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                    }
                    @Hybrid boolean isNamed(String name) {
                        return name().equals(name);
                    }
                    @Hybrid static Object isNamed(Animal_ animal, String name) {
                        return animal.name;
                    }
                }
                """, """
                @Entity class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {}
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Dog_.java")).contains("""
                    public Object isNamed(String name) {
                        return Animal.isNamed(asAnimal(), name);
                    }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aSubclassMayBeInAnotherPackage(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                package zoo;
                import dev.rubedo.mapping.*;
                @Entity @Polymorphic(on = "kind") public class Animal extends AnimalBase {
                    protected interface Mapped {
                        @Id Long id();
                        String name();
                    }
                    protected Animal() {}
                }
                """, """
                package zoo.dogs;
                import dev.rubedo.mapping.*;
                import zoo.Animal;
                @Entity public class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        int tricks();
                    }
                    Dog() {}
                    public Dog(String name) { id(1L).name(name).tricks(3); }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
    }
}
