package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriteriaTest {

    private static String user(String criteria) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                    }
                    %s
                }
                """.formatted(criteria);
    }

    @ParameterizedTest
    @EnumSource
    void criteriaArePartOfTheDefinition(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user(
                "@Criteria static dev.rubedo.sql.Condition visible(User_ user) { return null; }"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains(".criteria(() -> User_.USER, User::visible)");
    }

    @Test
    void criteriaReturnAConditionOfTheModel() {
        String message = "Criteria \"visible\" must be static, take a User_ and return a Condition: static Condition"
                + " visible(User_ user).";
        assertMistake(message,
                user("@Criteria dev.rubedo.sql.Condition visible(User_ user) { return null; } // wrong"));
        assertMistake(message, user("@Criteria static boolean visible(User_ user) { return true; } // wrong"));
        assertMistake(message, user("@Criteria static dev.rubedo.sql.Condition visible() { return null; } // wrong"));
    }

    @Test
    void criteriaAreNotPrivate() {
        assertMistake("Criteria \"visible\" is private, but \"User_\" calls it. Remove private: package-private is"
                + " enough.",
                user("@Criteria private static dev.rubedo.sql.Condition visible(User_ user) { return null; }"
                        + " // wrong"));
    }
}
