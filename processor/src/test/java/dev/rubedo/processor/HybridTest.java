package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HybridTest {

    private static String user(String hybrids) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                        @Relationship @Nullable User boss();
                    }
                    %s
                }
                """.formatted(hybrids);
    }

    @ParameterizedTest
    @EnumSource
    void aHybridIsAMethodOfTheQueryModel(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                /** What to call somebody. */
                @Hybrid String label(String greeting, int... times) { return greeting + name(); }
                @Hybrid static List<String> label(User_ user, String greeting, int... times) { return List.of(greeting); }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains("""
                    /** What to call somebody. */
                    public List<String> label(String greeting, int... times) {
                        return User.label(this, greeting, times);
                    }
                """.indent(0));
    }

    @Test
    void aHybridSaysItInSqlToo() {
        assertMistake(
                "Hybrid \"label\" is defined in Java only. Define it in SQL too: @Hybrid static Expression<...> label(User_ user), or remove "
                        + "@Hybrid.",
                user("@Hybrid String label() { return name(); } // wrong"));
    }

    @Test
    void aHybridIsNotPrivate() {
        assertMistake("Hybrid \"label\" is private, but \"User_\" calls it. Remove private: package-private is enough.",
                user("@Hybrid private static String label(User_ user) { return \"\"; } // wrong"));
    }

    @Test
    void aHybridTakesTheQueryModel() {
        assertMistake(
                "Hybrid \"label\" is static, so it defines SQL: it must take a User_ first and return an expression.",
                user("@Hybrid static String label(User user) { return \"\"; } // wrong"));
    }

    @Test
    void aHybridHidesNoRelationship() {
        assertMistake(
                "Hybrid \"boss\" has the name of a relationship, which is a method of \"User_\" already. Rename it.",
                user("@Hybrid static String boss(User_ user) { return \"\"; } // wrong"));
    }

    @Test
    void aHybridHasThePlainFormOfAMethod() {
        assertMistake("Hybrid \"label\" has type parameters, which a method of \"User_\" does not have. Remove them.",
                user("@Hybrid static <T> T label(User_ user, T other) { return other; } // wrong"));
        assertMistake(
                "Hybrid \"label\" throws a checked exception, which a method of \"User_\" does not have. Remove throws.",
                user("@Hybrid static String label(User_ user) throws Exception { return \"\"; } // wrong"));
    }

    @Test
    void aHybridHasANameOfItsOwn() {
        assertMistake("Hybrid \"as\" has the name of a method that every query model has. Rename it.",
                user("@Hybrid static String as(User_ user, String alias) { return alias; } // wrong"));
    }

    @Test
    void aHybridOfJavaIsNotPrivate() {
        assertMistake("Hybrid \"label\" is private, so it could not be called. Remove private.", user("""
                @Hybrid private String label() { return name(); } // wrong
                @Hybrid static String label(User_ user) { return ""; }
                """));
    }

    @Test
    void bothMethodsOfAHybridTakeTheSame() {
        assertMistake(
                "Hybrid \"label\" is defined in Java only. Define it in SQL too: @Hybrid static Expression<...> label(User_ user), or remove "
                        + "@Hybrid.",
                user("""
                        @Hybrid String label(int length) { return name(); } // wrong
                        @Hybrid static String label(User_ user, String length) { return ""; }
                        """));
    }

    @ParameterizedTest
    @EnumSource
    void aPropertyHasItsNameAndCanBeSet(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                @Hybrid String shownName() { return name(); }
                @Hybrid static dev.rubedo.sql.Expression<String> shownName(User_ user) { return null; }
                @Hybrid void shownName(String value) { name(value); }
                @Hybrid static dev.rubedo.sql.Values shownName(User_ user, String value) {
                    return null;
                }
                @Hybrid static dev.rubedo.sql.Condition isShort(User_ user) { return null; }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains("""
                    public HybridAttribute<User, String> shownName() {
                        return HybridAttribute.of(this, "shownName", "shown_name", User.shownName(this))
                                .settable(value -> User.shownName(this, value));
                    }
                """.indent(0)).contains("""
                    public Condition isShort() {
                        return HybridAttribute.condition(this, "isShort", "is_short", User.isShort(this));
                    }
                """.indent(0)).doesNotContain("public Values");
    }

    @ParameterizedTest
    @EnumSource
    void aSetterOfJavaNeedsNoCounterpart(Compiler compiler) {
        assertThat(Mistakes.compile(compiler, user("""
                @Hybrid String label() { return name(); }
                @Hybrid static dev.rubedo.sql.Expression<String> label(User_ user) { return null; }
                @Hybrid void label(String value) { name(value); }
                @Hybrid String title() { return name(); }
                @Hybrid void title(String value) { name(value); }
                @Hybrid static dev.rubedo.sql.Expression<String> title(User_ user) { return null; }
                """)).errors()).isEmpty();
    }

    @Test
    void whatIsSetIsAHybrid() {
        assertMistake("Hybrid \"label\" sets a hybrid that is not defined in SQL. Define it: @Hybrid static "
                + "Expression<String> label(User_ user).", user("""
                        @Hybrid static dev.rubedo.sql.Values label(User_ user, String value) { return null; } // wrong
                        """));
        assertMistake("Hybrid \"label\" sets a hybrid that is not defined in SQL. Define it: @Hybrid static "
                + "Expression<Integer> label(User_ user).", user("""
                        @Hybrid static dev.rubedo.sql.Expression<String> label(User_ user) { return null; }
                        @Hybrid static dev.rubedo.sql.Values label(User_ user, int value) { return null; } // wrong
                        """));
        assertMistake("Hybrid \"label\" is static, so it defines what setting the hybrid sets: it must take a User_ "
                + "and the value.", user("""
                        @Hybrid static dev.rubedo.sql.Values label(User_ user) { return null; } // wrong
                        """));
    }
}
