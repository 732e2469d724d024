package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not exist is reported by the compiler where it is written, and nothing follows from it in generated code. */
class MissingTypeTest {

    private static String user(String attribute) {
        return """
                @Index(on = "x")
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s // wrong
                    }
                    @Validates("x") Object check(Object value) { return value; }
                }
                """.formatted(attribute);
    }

    private static void assertOneError(Compiler compiler, String source) {
        int line = Mistakes.complete(source).lines().toList().indexOf(
                Mistakes.complete(source).lines().filter(text -> text.endsWith("// wrong")).findFirst().orElseThrow())
                + 1;
        assertThat(Mistakes.compile(compiler, source).errors()).extracting(error -> error.file() + ":" + error.line())
                .containsExactly("User.java:" + line);
    }

    @ParameterizedTest
    @EnumSource
    void anAttributeOfAMissingTypeIsOneError(Compiler compiler) {
        assertOneError(compiler, user("Missing x();"));
        assertOneError(compiler, user("Missing<String> x();"));
        assertOneError(compiler, user("@Relationship List<Missing> x();"));
        assertOneError(compiler,
                user("@Embedded Missing x();").replace("@Index(on = \"x\")", "").replaceAll(" *@Validates.*", ""));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyOfAMissingTypeIsOneError(Compiler compiler) {
        assertOneError(compiler, user("@Id Missing x();").replace("@Id Long id();", ""));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingMixinIsOneError(Compiler compiler) {
        assertOneError(compiler, """
                @Entity class User extends UserBase {
                    interface Mapped extends Missing { // wrong
                        @Id Long id();
                    }
                }
                """);
    }

    @Test
    void privateTypesCannotBeUsedByGeneratedCode() {
        assertMistake(
                "Attribute \"x\" has the type blog.User.Kind, which is private, but generated code uses it. Remove private.",
                user("Kind x();").replace("    @Validates", "    private enum Kind { A }\n    @Validates"));
    }

    @Test
    void anOptionalSaysWhatIsInIt() {
        assertMistake("Attribute \"x\" has an Optional without a type argument. Declare it, as in Optional<String>.",
                user("Optional<?> x();"));
    }

    @Test
    void anOptionalCollectionIsOneError() {
        assertMistake(
                "Relationship \"x\" is a collection, which is empty and never null. Remove @Nullable or Optional.",
                user("@Relationship Optional<List<User>> x();").replace("@Index(on = \"x\")", "")
                        .replaceAll(" *@Validates.*", ""));
    }

    @Test
    void aMixinMayNotUseWhatTheEntityDoesNotSee() {
        assertMistake(
                "Attribute \"kind\" has the type other.Kind, which is not visible in the package of the entity. Make it public.",
                """
                package other;

                public interface Typed {
                    Kind kind(); // wrong
                }
                """, "package other;\n\nenum Kind { A }\n", """
                @Entity class User extends UserBase {
                    interface Mapped extends other.Typed {
                        @Id Long id();
                    }
                }
                """);
    }
}
