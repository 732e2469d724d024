package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntityListTest {
    private static final String LIST = "@dev.rubedo.mapping.EntityList(packages = {\"shop.orders\"})\npackage shop;\n";
    private static final String USER = entity("shop", "User", "public final ");
    private static final String GROUP = entity("shop", "Group", "final ");
    private static final String ORDER = entity("shop.orders", "OrderItem", "public final ");
    private static final String ALL = """
            package shop;

            import dev.rubedo.mapping.GeneratedMapping;
            import dev.rubedo.orm.metamodel.EntityPath;
            import javax.annotation.processing.Generated;
            import shop.orders.OrderItem_;

            /**
             * The entities of package {@code shop}, for {@code Model.of(Entities.all())}.
             *
             * <p>Immutable.
             */
            @Generated("dev.rubedo.processor.EntityListProcessor")
            @GeneratedMapping
            public final class Entities {
                private Entities() {}

                /** Returns the query models of all entities, in a new array. */
                public static EntityPath<?>[] all() {
                    return new EntityPath<?>[] {
                            Group_.GROUP,
                            User_.USER,
                            OrderItem_.ORDER_ITEM
                    };
                }
            }
            """;

    @TempDir private Path directory;

    private static String entity(String home, String name, String modifiers) {
        return """
                package %s;
                import dev.rubedo.mapping.*;
                @Entity %sclass %s extends %sBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """.formatted(home, modifiers, name, name);
    }

    private Compilation compile(Compiler compiler, String... sources) {
        return Compilation.of(compiler, directory, List.of(), List.of(sources));
    }

    @ParameterizedTest
    @EnumSource
    void aListHasTheEntitiesOfItsPackages(Compiler compiler) {
        Compilation all = compile(compiler, ORDER, USER, LIST, GROUP);

        assertThat(all.errors()).isEmpty();
        assertThat(all.warnings()).isEmpty();
        assertThat(all.generated().get("Entities.java")).isEqualTo(ALL);
    }

    /** Build tools delete what was written for a source before they compile it again; Eclipse's compiler insists on it. */
    private void delete(String... classes) throws IOException {
        for (String name : classes) {
            Files.delete(directory.resolve("classes/shop").resolve(name + ".class"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noListIsWrittenUnlessItIsAskedFor(Compiler compiler) {
        assertThat(compile(compiler, USER, GROUP).generated()).doesNotContainKey("Entities.java");
    }

    @ParameterizedTest
    @EnumSource
    void compilingOneEntityOfManyKeepsTheListComplete(Compiler compiler) throws IOException {
        compile(compiler, LIST, USER, GROUP, ORDER);
        delete("Entities", "orders/OrderItem", "orders/OrderItem$Mapped", "orders/OrderItemBase", "orders/OrderItem_",
                "orders/OrderItem_$Declared");

        Compilation one = compile(compiler, ORDER);

        assertThat(one.errors()).isEmpty();
        assertThat(one.generated().get("Entities.java")).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aNewEntityEntersTheListThoughItAloneIsCompiled(Compiler compiler) throws IOException {
        compile(compiler, LIST, USER, ORDER);
        delete("Entities");

        Compilation one = compile(compiler, GROUP);

        assertThat(one.errors()).isEmpty();
        assertThat(one.generated().get("Entities.java")).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aListAddedLaterHasWhatWasCompiledBefore(Compiler compiler) {
        compile(compiler, USER, GROUP, ORDER);

        Compilation list = compile(compiler, LIST);

        assertThat(list.errors()).isEmpty();
        assertThat(list.generated().get("Entities.java")).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedEntityLeavesTheList(Compiler compiler) throws IOException {
        compile(compiler, LIST, USER, GROUP, ORDER);
        delete("Entities", "Group", "Group$Mapped", "GroupBase", "Group_", "Group_$Declared", "User", "User$Mapped",
                "UserBase", "User_", "User_$Declared");

        Compilation one = compile(compiler, USER);

        assertThat(one.errors()).isEmpty();
        assertThat(one.generated().get("Entities.java")).isEqualTo(ALL.replace("                Group_.GROUP,\n", ""));
    }

    @Test
    void aCompilerThatKeepsTheEarlierListSaysSo() {
        compile(Compiler.ECLIPSE, LIST, USER, ORDER);

        assertThat(compile(Compiler.ECLIPSE, GROUP).errors()).extracting(Compilation.Message::text)
                .containsExactly(
                        "The list of entities of package \"shop\" could not be written: Source file already exists "
                                + ": shop.Entities. If it is there from an earlier compilation, delete the output and compile all "
                                + "sources.");
    }

    @Test
    void javacWritesTheListAgainWhereverTheEarlierOneIs() {
        compile(Compiler.JAVAC, LIST, USER, ORDER);

        Compilation one = compile(Compiler.JAVAC, GROUP);

        assertThat(one.errors()).isEmpty();
        assertThat(one.generated().get("Entities.java")).isEqualTo(ALL);
    }

    /** Gradle deletes the list, compiles what changed and package-info, and has the classes of the rest processed again. */
    @Test
    void entitiesInClassFilesAreListedAndNotWrittenAgain() throws IOException {
        compile(Compiler.JAVAC, LIST, USER, ORDER);
        delete("Entities");

        Compilation one = Compilation.of(Compiler.JAVAC, directory, List.of(), List.of(LIST, GROUP),
                List.of("shop.User", "shop.orders.OrderItem"));

        assertThat(one.errors()).isEmpty();
        assertThat(one.generated().get("Entities.java")).isEqualTo(ALL);
        assertThat(one.generated().keySet()).containsExactlyInAnyOrder("Entities.java", "GroupBase.java",
                "Group_.java");
    }

    @ParameterizedTest
    @EnumSource
    void theListOfADependencyIsLeftAlone(Compiler compiler) {
        compile(compiler, LIST, USER, ORDER);
        Path other = directory.resolve("other");

        Compilation module = Compilation.of(compiler, other, List.of("-classpath", directory.resolve("classes")
                + System.getProperty("path.separator") + other.resolve("classes")
                + System.getProperty("path.separator") + System.getProperty("java.class.path")),
                List.of(entity("shop.web", "Visit", "public final ")));

        assertThat(module.errors()).isEmpty();
        assertThat(module.warnings()).isEmpty();
        assertThat(module.generated()).doesNotContainKey("Entities.java");
    }

    @ParameterizedTest
    @EnumSource
    void anEntityInAPackageThatTheListDoesNotNameIsWarnedOf(Compiler compiler) {
        Compilation all = compile(compiler, LIST, USER, ORDER, entity("shop.web", "Visit", "public final "));

        assertThat(all.errors()).isEmpty();
        assertThat(all.warnings()).extracting(Object::toString).containsExactly(
                "Visit.java:3: Entity \"Visit\" is in package \"shop.web\", which is not in the list of package "
                        + "\"shop\". Write @EntityList(packages = \"shop.web\").");
    }

    @ParameterizedTest
    @EnumSource
    void entitiesOfOtherPackagesMustBePublic(Compiler compiler) {
        Compilation all = compile(compiler, LIST, USER, entity("shop.orders", "OrderItem", "final "));

        assertThat(all.errors()).extracting(Object::toString)
                .containsExactly("OrderItem.java:3: Entity \"OrderItem\" is not public, so the list of package "
                        + "\"shop\" cannot name it. Make it public.");
    }

    @ParameterizedTest
    @EnumSource
    void packagesWithoutEntitiesAreErrors(Compiler compiler) {
        Compilation all = compile(compiler, LIST.replace("{\"shop.orders\"}", "{\"shop.order\", \"web\"}"), USER);

        assertThat(all.errors()).extracting(Compilation.Message::text).containsExactly(
                "Package \"shop.order\" has no entities. Take it out of @EntityList.",
                "Package \"web\" is not below \"shop\". Put @EntityList on a package above all entities.");
        assertThat(compile(compiler, "@dev.rubedo.mapping.EntityList\npackage web;\n").errors())
                .extracting(Compilation.Message::text).containsExactly("Package \"web\" has no entities. Name the "
                        + "packages below it: @EntityList(packages = \"...\").");
    }
}
