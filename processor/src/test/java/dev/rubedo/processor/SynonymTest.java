package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Synonyms, and attributes whose expression each query gives. */
class SynonymTest {

    private static String user(String attributes) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String email();
                        @Nullable String nick();
                        @Relationship @Nullable User boss();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    @ParameterizedTest
    @EnumSource
    void aSynonymHasTheAccessorsOfItsAttribute(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                @Synonym("email") String mail();
                @Synonym("boss") @Nullable User chief();
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("UserBase.java")).contains("""
                    /** Returns {@link #email}. */
                    public String mail() {
                        return email();
                    }
                """.indent(0)).contains("""
                    public User mail(String value) {
                        email(value);
                        return (User) this;
                    }
                """.indent(0));
        assertThat(compilation.generated().get("User_.java")).contains(".synonym(\"mail\", \"email\")")
                .contains("public final Attribute<User, String> mail = column(\"email\");")
                .contains("public final ToOne<User, User> chief = toOne(\"boss\");")
                .contains("public User_ chief() {");
    }

    @Test
    void aSynonymIsAnotherNameOfAnAttribute() {
        assertMistake(
                "Synonym \"mail\" is another name of \"emial\", which is not an attribute of \"User\". Did you mean"
                        + " \"email\"?",
                user("@Synonym(\"emial\") // wrong\nString mail();"));
        assertMistake("Synonym \"mail\" must be declared as \"email\" is: java.lang.String.",
                user("@Synonym(\"email\") Long mail(); // wrong"));
        assertMistake("Synonym \"mail\" must be declared as \"nick\" is: @Nullable java.lang.String.",
                user("@Synonym(\"nick\") String mail(); // wrong"));
        assertMistake("Synonym \"mail\" has no column and no relationship of its own. Remove @Column, or move it to the"
                + " attribute.", user("@Synonym(\"email\") @Column(unique = true) String mail(); // wrong"));
    }

    @ParameterizedTest
    @EnumSource
    void aQueryExpressionHasAGetterAndNoColumn(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("@QueryExpression @Nullable Long score();"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains(
                "FormulaDefinition.perQuery(\"score\", \"score\", () -> User_.USER, Types.BIGINT)");
        assertThat(compilation.generated().get("UserBase.java")).contains("Long score() {")
                .doesNotContain("User score(");
    }

    @Test
    void aQueryExpressionMayBeNullAndIsNeverWritten() {
        assertMistake(
                "Attribute \"score\" is a query expression, which is null unless a query supplies it. Mark it @Nullable,"
                        + " or declare an Optional.",
                user("@QueryExpression Long score(); // wrong"));
        assertMistake("Attribute \"score\" is a query expression, which has no column. Remove @Column.",
                user("@QueryExpression @Column(unique = true) @Nullable Long score(); // wrong"));
        assertMistake("Attribute \"score\" is a query expression, which never has a setter. Remove @Setter.",
                user("@QueryExpression @Setter(Access.PUBLIC) @Nullable Long score(); // wrong"));
    }
}
