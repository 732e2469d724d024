package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntityMistakeTest {

    @Test
    void anEntityExtendsItsBase() {
        assertMistake("Entity \"User\" does not extend its generated base class. Write: class User extends UserBase.", """
                @Entity class User { // wrong
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void aClassWithAttributesIsMarkedAsAnEntity(Compiler compiler) {
        var compilation = Mistakes.compile(compiler, """
                final class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);

        assertThat(compilation.errors()).extracting(Compilation.Message::text)
                .contains("Class \"User\" has an interface "
                        + "Mapped and extends \"UserBase\", which is generated for entities only. Add @Entity to the class.");
    }

    @Test
    void anEntityDeclaresAttributes() {
        assertMistake("Entity \"User\" declares no attributes. Declare them in it: interface Mapped { @Id Long id(); }", """
                @Entity class User extends UserBase { // wrong
                }
                """);
    }

    @Test
    void mappedIsAnInterface() {
        assertMistake("\"User.Mapped\" must be an interface: its methods are the attributes.", """
                @Entity class User extends UserBase {
                    abstract static class Mapped { // wrong
                        abstract Long id();
                    }
                }
                """);
    }

    @Test
    void mappedIsNotPrivate() {
        assertMistake("\"User.Mapped\" is private, but generated code refers to it. Remove private.", """
                @Entity class User extends UserBase {
                    private interface Mapped { // wrong
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void anEntityHasAPrimaryKey() {
        assertMistake("Entity \"User\" has no primary key. Mark its attribute with @Id.", """
                @Entity class User extends UserBase {
                    interface Mapped { // wrong
                        Long id();
                    }
                }
                """);
    }

    @Test
    void anEntityHasAConstructorWithoutParameters() {
        assertMistake("Entity \"User\" has no constructor without parameters, which loading uses. Add: User() {}", """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                    User(String name) {} // wrong
                }
                """);
    }

    @Test
    void theConstructorIsNotPrivate() {
        assertMistake(
                "The constructor without parameters of \"User\" is private, but loading uses it. Remove private: package-private is enough.",
                """
                        @Entity class User extends UserBase {
                            interface Mapped {
                                @Id Long id();
                            }
                            private User() {} // wrong
                        }
                        """);
    }

    @Test
    void theConstructorThrowsNothingChecked() {
        assertMistake(
                "The constructor without parameters of \"User\" throws a checked exception, which loading could not handle. Remove it.",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                    User() throws java.io.IOException {} // wrong
                }
                """);
    }

    @Test
    void anEntityHasNoTypeParameters() {
        assertMistake("Entity \"Node\" has type parameters, but a table has none. Remove them.", """
                @Entity class Node<T> extends NodeBase { // wrong
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void anEntityIsNotAbstract() {
        assertMistake("Entity \"User\" is abstract, but loading must be able to instantiate it. Remove abstract, "
                + "or add @Polymorphic if it is the root of a hierarchy.", """
                @Entity abstract class User extends UserBase { // wrong
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void anEntityIsATopLevelClass() {
        assertMistake("Entity \"User\" must be a top-level class: its generated base is written next to it.", """
                class Model {
                    @Entity static class User { // wrong
                    }
                }
                """);
        assertMistake("Entity \"Point\" must be a top-level class: its generated base is written next to it.", """
                @Entity interface Point { // wrong
                }
                """);
    }

    @Test
    void mappedHasNoBodies() {
        assertMistake("Method \"label\" has a body, but nothing inherits from Mapped: it would never be called. "
                + "Move it to the entity or to a mixin.", """
                        @Entity class User extends UserBase {
                            interface Mapped {
                                @Id Long id();
                                default String label() { return ""; } // wrong
                            }
                        }
                        """);
    }

    @Test
    void aMixinStandsOutsideOfItsEntity() {
        assertMistake(
                "Mixin \"Named\" is nested in its own entity, and the generated base class cannot implement it (cyclic inheritance). "
                        + "Move it out of \"User\".",
                """
                        @Entity class User extends UserBase {
                            interface Named {
                                String name();
                            }
                            interface Mapped extends Named { // wrong
                                @Id Long id();
                            }
                        }
                        """);
    }

    @Test
    void attributesTakeNoParameters() {
        assertMistake(
                "Method \"name\" is not an attribute: an attribute returns its type and takes no parameters. The setter is generated.",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        void name(String name); // wrong
                    }
                }
                """);
    }

    @Test
    void attributesAreDeclaredInMapped() {
        assertMistake(
                "Attribute \"email\" is declared outside of Mapped, where it has no effect. Move it into interface Mapped, without a body.",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                    @Column(length = 10) public String email() { return ""; } // wrong
                }
                """);
    }

    @Test
    void oneInterfaceHasOneStyle() {
        assertMistake(
                "\"name()\" is declared in a different style from the attributes before it: an interface uses either name() or getName().",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long getId();
                        String name(); // wrong
                    }
                }
                """);
    }

    @Test
    void namesOfJavaAreTaken() {
        assertMistake(
                "An attribute cannot be named \"hashCode\": the name is reserved by Java or by generated code. Rename it.",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        int hashCode(); // wrong
                    }
                }
                """);
        assertMistake(
                "An attribute cannot be named \"$note\": the name is reserved by Java or by generated code. Rename it.", """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String $note(); // wrong
                    }
                }
                """);
    }

    @Test
    void wordsOfJavaAreTaken() {
        assertMistake("An attribute cannot be named \"default\", which is a Java keyword. Rename \"isDefault\".", """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long getId();
                        boolean isDefault(); // wrong
                    }
                }
                """);
    }

    @Test
    void attributesHaveDifferentNames() {
        assertMistake("Attribute \"name\" is declared twice: by name() and by getName(). Rename one.", """
                @Entity class User extends UserBase {
                    interface Mapped extends Named {
                        @Id Long getId();
                        String getName(); // wrong
                    }
                }
                """, """
                interface Named {
                    String name();
                }
                """);
    }

    @Test
    void attributesHaveDifferentColumns() {
        assertMistake(
                "Attributes \"name\" and \"title\" are stored in the same column \"NAME\". Give one another name: @Column(name = \"...\").",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                        @Column(name = "NAME") String title(); // wrong
                    }
                }
                """);
    }

    @Test
    void indexesNameAttributes() {
        assertMistake(
                "@Index names \"emial\", which is not an attribute of \"User\" with a column. Did you mean \"email\"?", """
                @Index(on = {"id", "emial"}) // wrong
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String email();
                    }
                }
                """);
    }

    @Test
    void uniqueConstraintsNameColumnsAndNotRelationships() {
        assertMistake(
                "@Unique names \"boss\", which is not an attribute of \"User\" with a column. It is a relationship: name its foreign key. "
                        + "Did you mean \"bossId\"?",
                """
                        @Unique(on = "id") @Unique(on = "boss") @Entity class User extends UserBase { // wrong
                            interface Mapped {
                                @Id Long id();
                                @Relationship @Nullable User boss();
                            }
                        }
                        """);
    }

    @Test
    void constraintsHaveDifferentNames() {
        assertMistake("The name \"a\" is used twice. Rename one.", """
                @Index(name = "a", on = "id")
                @Check(name = "a", sql = "id > 0") // wrong
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void indexesWithoutANameMustNotBeginWithTheSameColumn() {
        assertMistake(SAME_INDEX_NAME, """
                @Entity
                @Index(on = {"name", "age"}) // wrong
                class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Column(index = true) String name();
                        int age();
                    }
                }
                """);
    }

    private static final String SAME_INDEX_NAME = "Two indexes of \"User\" begin with \"name\" and would get the same name. Name this one: @Index(name = \"...\").";

    @ParameterizedTest
    @EnumSource
    void ofRepeatedIndexesTheSecondIsRefused(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity
                @Index(on = "name")
                @Index(name = "other", on = "name")
                @Index(on = {"name", "age"})
                class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                        int age();
                    }
                }
                """);

        assertThat(compilation.errors()).extracting(Compilation.Message::text).containsExactly(SAME_INDEX_NAME);
    }
}
