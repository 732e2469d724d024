package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixinMistakeTest {

    private static String user(String mixins, String attributes) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped extends %s { // wrong
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(mixins, attributes);
    }

    @Test
    void twoMixinsSayTheSameOfAnAttribute() {
        String one = "interface One {\n    @Nullable String name();\n}\n";
        assertMistake(
                "Attribute \"name\" is declared by \"One\" and, differently, by \"Other\". Declare it in Mapped to say what it is.",
                user("One, Other", ""), one, "interface Other {\n    String name();\n}\n");
        assertMistake(
                "Attribute \"name\" is declared by \"One\" and, differently, by \"Other\". Declare it in Mapped to say what it is.",
                user("One, Other", ""), one,
                "interface Other {\n    @Column(length = 9) @Nullable String name();\n}\n");
    }

    @ParameterizedTest
    @EnumSource
    void mappedMaySayIt(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("One, Other, Same", "String name();"),
                "interface One {\n    @Nullable String name();\n}\n",
                "interface Other {\n    String name();\n    int size();\n}\n",
                "interface Same {\n    int size();\n}\n");

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java"))
                .contains("ColumnDefinition.of(\"name\", \"name\", Types.STRING).notNull()");
    }

    @Test
    void aMixinHasItsTypeArguments() {
        assertMistake(
                "Mixin \"Coded\" has type parameters, without which its attributes have no types. Write them: Coded<...>.",
                user("Coded", ""), "interface Coded<T> {\n    T code();\n}\n");
    }

    @Test
    void aBodyHidesNoAttribute() {
        assertMistake(
                "Method \"name\" has a body, but \"Named\" declares it as an attribute, whose accessor is generated. Remove one of "
                        + "the two.",
                "interface Loud extends Named {\n    default String name() { return \"\"; } // wrong\n}\n",
                "interface Named {\n    String name();\n}\n", user("Loud", ""));
    }

    @Test
    void mappingAnnotationsAreForAttributes() {
        assertMistake("Method \"name\" has a body and is not an attribute. Remove its mapping annotations.",
                "interface Named {\n    @Column(length = 3) static String name() { return \"\"; } // wrong\n}\n",
                user("Named", ""));
        assertMistake(
                "Hybrid \"name\" is defined in Java only. Define it in SQL too: @Hybrid static Expression<...> name(Named_ named), "
                        + "or remove @Hybrid.",
                "interface Named {\n    @Hybrid default String name() { return \"\"; } // wrong\n}\n",
                user("Named", ""));
        assertMistake(
                "@Validates is on attribute \"name\", where it has no effect. It is for methods of the entity that have a body.",
                "interface Named {\n    @Validates(\"name\") String name(); // wrong\n}\n", user("Named", ""));
    }

    @Test
    void whatBelongsToTheEntityStandsThere() {
        assertMistake("@Unique is on Mapped, where it has no effect. Move it to \"User\".", """
                @Entity class User extends UserBase {
                    @Unique(on = "id") interface Mapped { // wrong
                        @Id Long id();
                    }
                }
                """);
        assertMistake(
                "@Setter is on entity \"User\", where it has no effect. Move it to interface Mapped or to an attribute.",
                """
                @Setter(Access.NONE) // wrong
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void attributesThrowNothing() {
        assertMistake("Attribute \"name\" declares exceptions, but its accessor throws none of them. Remove throws.",
                "interface Named {\n    String name() throws Exception; // wrong\n}\n", user("Named", ""));
    }

    @Test
    void whatComesFromAClassFileIsShownAtMapped() {
        assertMistake(
                "Method \"compareTo\" is not an attribute: an attribute returns its type and takes no parameters. The setter is generated.",
                user("Comparable<User>", "").replace("    }\n}",
                        "    }\n    public int compareTo(User other) { return 0; }\n}"));
    }

    @Test
    void mappedIsAPlainInterface() {
        assertMistake("\"User.Mapped\" must be an interface: its methods are the attributes.", """
                @Entity class User extends UserBase {
                    @interface Mapped { // wrong
                        int id();
                    }
                }
                """);
        assertMistake("\"User.Mapped\" is sealed, but generated code implements it. Remove sealed.", """
                @Entity class User extends UserBase {
                    sealed interface Mapped permits More { // wrong
                        @Id Long id();
                    }
                    non-sealed interface More extends Mapped {}
                }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void annotationsOnTypesAreCopiedOnce(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("Coded<@Nullable String>", ""),
                "interface Coded<T extends @Nullable Object> {\n    @Nullable T code();\n}\n");

        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void constraintsOfAMixinNameAttributesOfTheEntity() {
        assertMistake(
                "@Index names \"nam\", which is not an attribute of \"User\" with a column. Did you mean \"name\"?",
                "@Index(on = \"nam\") interface Named { // wrong\n    String name();\n}\n", user("Named", ""));
    }

    @Test
    void whatAMixinComputesNeedsItsQueryModel() {
        assertMistake("Formula \"loud\" is in a mixin without a query model. Annotate \"Named\" with @Mixin.",
                "interface Named {\n    String name();\n    @Formula static dev.rubedo.sql.Expression<String> loud(Object row) { return null; } // wrong\n}\n",
                user("Named", ""));
        assertMistake(
                "Formula \"loud\" must be static, take a Named_ and return an Expression with the type of the attribute: static "
                        + "Expression<Long> loud(Named_ named).",
                "@Mixin interface Named {\n    String name();\n    @Formula static dev.rubedo.sql.Expression<String> loud(Object row) { return null; } // wrong\n}\n",
                user("Named", ""));
    }

    @Test
    void aMixinWithAQueryModelIsATopLevelInterface() {
        assertMistake("Mixin \"Named\" must be a top-level interface: its query model is written next to it.",
                "class Outer {\n    @Mixin interface Named { // wrong\n        String name();\n    }\n}\n");
    }
}
