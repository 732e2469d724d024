package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaTest {

    private static String user(String formulas) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                    }
                    %s
                }
                """.formatted(formulas);
    }

    @ParameterizedTest
    @EnumSource
    void aFormulaIsAnAttributeWithoutSetter(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                /** How often. */
                @Formula static dev.rubedo.sql.Expression<Long> loginCount(User_ user) { return null; }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains(
                ".formula(FormulaDefinition.of(\"loginCount\", \"login_count\", () -> User_.USER, User::loginCount))",
                "    /** How often. */\n    public final Attribute<User, Long> loginCount = column(\"loginCount\");\n");
        assertThat(compilation.generated().get("UserBase.java")).contains("""
                    /** How often. */
                    public Long loginCount() {
                        if (($unloaded & (1L << LOGIN_COUNT)) != 0) {
                            $load(LOGIN_COUNT);
                        }
                        return loginCount;
                    }
                """.indent(0)).contains("loginCount = in.get(at + 2);").doesNotContain("loginCount(Long");
    }

    @Test
    void aFormulaIsStaticAndReturnsAnExpression() {
        String message = "Formula \"size\" must be static, take a User_ and return an Expression with the type of the"
                + " attribute: static Expression<Long> size(User_ user).";
        assertMistake(message,
                user("@Formula dev.rubedo.sql.Expression<Long> size(User_ user) { return null; } // wrong"));
        assertMistake(message, user("@Formula static Long size(User_ user) { return null; } // wrong"));
        assertMistake(message,
                user("@Formula static dev.rubedo.sql.Expression<?> size(User_ user) { return null; } // wrong"));
        assertMistake(message,
                user("@Formula static dev.rubedo.sql.Expression<Long> size() { return null; } // wrong"));
    }

    @Test
    void aFormulaIsNotPrivate() {
        assertMistake("Formula \"size\" is private, but \"User_\" calls it. Remove private: package-private is enough.",
                user("@Formula private static dev.rubedo.sql.Expression<Long> size(User_ user) { return null; } // wrong"));
    }

    @Test
    void aFormulaHasANameOfItsOwn() {
        assertMistake("Formula \"name\" has the name of another attribute. Rename it.",
                user("@Formula static dev.rubedo.sql.Expression<Long> name(User_ user) { return null; } // wrong"));
        assertMistake("Formula \"notify\" has the name of a method of every object. Rename it.",
                user("@Formula static dev.rubedo.sql.Expression<Long> notify(User_ user) { return null; } // wrong"));
    }

    @Test
    void aFormulaIsNoHybridToo() {
        assertMistake("Formula \"size\" has @Hybrid too. Remove one of the two annotations.",
                user("@Hybrid @Formula static dev.rubedo.sql.Expression<Long> size(User_ user) { return null; } // wrong"));
    }

    @Test
    void aFormulaIsNotDeclaredInMapped() {
        assertMistake("@Formula is on attribute \"size\", where it has no effect. It is for methods of the entity that"
                + " have a body.", """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Formula Long size(); // wrong
                    }
                }
                """);
    }
}
