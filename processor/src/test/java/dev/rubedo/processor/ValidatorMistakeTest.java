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
                "Validator \"check\" throws a checked exception, which a setter cannot throw. Throw an unchecked one, such as "
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

    @Test
    void aValidatorOfACollectionTakesAnElement() {
        String reports = "@Relationship(backPopulates = \"reports\") @Nullable User boss(); @Relationship(backPopulates = \"boss\") List<User> reports();";
        assertMistake(
                "Validator \"check\" must take a User and return nothing, as attribute \"reports\" is a collection.",
                user("@Validates(\"reports\") User check(User value) { return value; }").replace("String email();",
                        reports));
        assertMistake(
                "Validator \"check\" must take a User and a boolean, which is true if it is removed, and return nothing, as "
                        + "attribute \"reports\" is a collection.",
                user("@Validates(value = \"reports\", removes = true) void check(User value) {}")
                        .replace("String email();", reports));
        assertMistake(
                "Validator \"check\" checks \"boss\", where \"removes\" has no meaning: it is for collections. Remove it.",
                user("@Validates(value = \"boss\", removes = true) User check(User value) { return value; }")
                        .replace("String email();", reports));
        assertMistake(
                "Validator \"check\" checks \"email\", where \"backrefs\" has no meaning: it is for relationships. Remove it.",
                user("@Validates(value = \"email\", backrefs = false) String check(String value) { return value; }"));
    }
}
