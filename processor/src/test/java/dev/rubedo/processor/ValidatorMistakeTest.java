package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;

import org.junit.jupiter.api.Test;

class ValidatorMistakeTest {

    private static String user(String validator) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Version int version();
                        String email();
                    }
                    %s // wrong
                }
                """.formatted(validator);
    }

    @Test
    void aValidatorNamesAnAttribute() {
        assertMistake(
                "Validator \"check\" checks \"mail\", which is not an attribute of \"User\". Did you mean \"email\"?",
                user("@Validates(\"mail\") String check(String value) { return value; }"));
    }

    @Test
    void aValidatorIsNotPrivate() {
        assertMistake(
                "Validator \"check\" is private, but the generated setter calls it. Remove private: package-private is enough.",
                user("@Validates(\"email\") private String check(String value) { return value; }"));
    }

    @Test
    void aValidatorTakesAndReturnsTheValue() {
        assertMistake(
                "Validator \"check\" must take a java.lang.String and return one, as attribute \"email\" has this type.",
                user("@Validates(\"email\") void check(String value) {}"));
    }

    @Test
    void aValidatorThrowsNothingChecked() {
        assertMistake(
                "Validator \"check\" throws a checked exception, which a setter cannot. Throw an unchecked one, such as "
                        + "IllegalArgumentException.",
                user("@Validates(\"email\") String check(String value) throws Exception { return value; }"));
    }

    @Test
    void whatHasNoSetterIsNotValidated() {
        assertMistake(
                "Validator \"check\" checks \"version\", which has no setter that could call it. Remove @Validates.",
                user("@Validates(\"version\") int check(int value) { return value; }"));
    }

    @Test
    void aValidatorChecksSomething() {
        assertMistake("Validator \"check\" checks no attribute. Name one or remove @Validates.",
                user("@Validates({}) String check(String value) { return value; }"));
    }

    @Test
    void aValidatorTakesNullWhereTheAttributeDoes() {
        assertMistake("Validator \"check\" takes a int, but attribute \"age\" may be null. Take the boxed type.",
                user("@Validates(\"age\") int check(int value) { return value; }").replace("String email();",
                        "@Nullable Integer age();"));
    }
}
