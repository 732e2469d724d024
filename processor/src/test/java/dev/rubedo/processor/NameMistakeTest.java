package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMistakeTest {

    private static String user(String attributes) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "notify", "notifyAll", "getClass"})
    void finalMethodsOfObjectAreTaken(String name) {
        Compilation compilation = Mistakes.compile(Compiler.JAVAC, user("String " + name + "();"));

        assertThat(compilation.errors()).extracting(Compilation.Message::text)
                .containsExactly("An attribute cannot be named \""
                        + name + "\": the name is reserved by Java or by generated code. Rename it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "DEFINITION"})
    void constantsOfTheQueryModelAreTaken(String name) {
        assertMistake(
                "An attribute cannot be named \"" + name
                        + "\": the query model \"User_\" has a constant of this name. Rename it.",
                user("String " + name + "(); // wrong"));
    }

    @Test
    void componentsHaveNamesOfTheirOwn() {
        assertMistake("Component \"homeX\" of embedded \"home\" has the name of attribute \"homeX\". Rename one.",
                user("String homeX();\n        @Embedded Point home(); // wrong"), "record Point(int x) {\n}\n");
    }

    @Test
    void foreignKeysThatAreMadeHaveNamesOfTheirOwn() {
        assertMistake(
                "Relationships \"a\" and \"aB\" would both create the foreign key \"aBId\" in column \"a_b_id\". Rename one, or "
                        + "declare its foreign key.",
                user("@Relationship A a();\n        @Relationship B aB(); // wrong"), """
                        @Entity class A extends ABase {
                            interface Mapped {
                                @Id Long bId();
                            }
                        }
                        """, """
                        @Entity class B extends BBase {
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """);
    }

    @Test
    void namesAreNotEmpty() {
        assertMistake("The name of the column of attribute \"name\" is empty. Write it or leave it out.",
                user("@Column(name = \" \") String name(); // wrong"));
        assertMistake("The name of the table of entity \"User\" is empty. Write it or leave table out.",
                user("").replace("@Entity class User extends UserBase {",
                        "@Entity(table = \" \") // wrong\nclass User extends UserBase {"));
        assertMistake("The join table of \"User.friends\" or one of its columns has an empty name. Write it.",
                user("@Relationship @JoinTable(name = \"f\", columns = \"\", inverseColumns = \"b\") Set<User> friends(); // wrong"));
    }

    @Test
    void schemasAreNamedApart() {
        assertMistake(
                "\"shop.users\" would be the name of a table with a dot in it. Write table = \"users\", schema = \"shop\".",
                user("").replace("@Entity class", "@Entity(table = \"shop.users\") // wrong\nclass"));
    }

    @Test
    void aJoinTableIsNoTableOfItsEntities() {
        assertMistake(
                "\"User.friends\" uses join table \"user\", which is the table of one of the two entities. Name a join "
                        + "table, or omit it if the foreign key is in \"User\".",
                user("@Relationship(joinTable = \"user\") Set<User> friends(); // wrong"));
    }

    @Test
    void indexesNameEachAttributeOnce() {
        assertMistake("@Index names an attribute twice: id, id. Remove one.",
                user("").replace("@Entity", "@Index(on = {\"id\", \"id\"}) // wrong\n@Entity"));
        assertMistake("@Index names no attributes. Write on = {\"...\"}.",
                user("").replace("@Entity", "@Index(on = {}) // wrong\n@Entity"));
    }

    @ParameterizedTest
    @EnumSource
    void collectionsAreOrderedByNamesOfAnyLanguage(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler,
                user("int größe(); @Relationship(backPopulates = \"children\") @Nullable User parent();"
                        + "@Relationship(backPopulates = \"parent\", orderBy = \"größe desc\") List<User> children();"));

        assertThat(compilation.errors()).isEmpty();
    }
}
