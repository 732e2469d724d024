package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.ADDRESS;
import static dev.rubedo.processor.Mistakes.assertMistake;

import org.junit.jupiter.api.Test;

/** Mistakes in join conditions and view-only relationships, each of which is one error at its line. */
class JoinConditionMistakeTest {

    private static String user(String attributes, String methods) {
        return """
                @Entity(table = "users") class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        String name();
                        @Relationship(backPopulates = "user") List<Address> addresses();
                        %s
                    }
                    %s
                }
                """.formatted(attributes, methods);
    }

    private static final String VIEW = "@Relationship(viewOnly = true) List<Address> some();";

    private static String condition(String annotation, String method) {
        return "@JoinCondition(" + annotation + ") " + method + " { return null; } // wrong";
    }

    @Test
    void aConditionNamesARelationship() {
        assertMistake(
                "Join condition \"c\" names \"sme\", which is not a relationship of \"User\". Did you mean \"some\"?",
                user(VIEW, condition("\"sme\"", "static dev.rubedo.sql.Condition c(User_ u, Address_ a)")), ADDRESS);
    }

    @Test
    void aConditionTakesTheQueryModels() {
        String message = "Join condition \"c\" must be static, take the query models and return a Condition: static "
                + "Condition c(User_ user, Address_ address).";

        assertMistake(message, user(VIEW, condition("\"some\"", "static dev.rubedo.sql.Condition c(User_ u)")),
                ADDRESS);
        assertMistake(message,
                user(VIEW, condition("\"some\"", "static dev.rubedo.sql.Condition c(Address_ a, User_ u)")), ADDRESS);
        assertMistake(message, user(VIEW, condition("\"some\"", "static String c(User_ u, Address_ a)")), ADDRESS);
    }

    @Test
    void aConditionIsNotPrivate() {
        assertMistake(
                "Join condition \"c\" is private, but \"User_\" calls it. Remove private: package-private is enough.",
                user(VIEW, condition("\"some\"", "private static dev.rubedo.sql.Condition c(User_ u, Address_ a)")),
                ADDRESS);
    }

    @Test
    void aRelationshipHasOneCondition() {
        assertMistake(
                "\"User.some\" has two join conditions, \"b\" and \"c\". Combine them with and(...).",
                user(VIEW,
                        "@JoinCondition(\"some\") static dev.rubedo.sql.Condition b(User_ u, Address_ a) { return null; }\n"
                                + condition("\"some\"", "static dev.rubedo.sql.Condition c(User_ u, Address_ a)")),
                ADDRESS);
    }

    @Test
    void aStandaloneConditionIsOfAView() {
        assertMistake(
                "Join condition \"c\" is standalone, so \"User.addresses\" has no foreign key and cannot be written. "
                        + "Make it viewOnly, or remove standalone.",
                user("", condition("value = \"addresses\", standalone = true",
                        "static dev.rubedo.sql.Condition c(User_ u, Address_ a)"))
                        .replace("(backPopulates = \"user\")", ""),
                ADDRESS.replace("(backPopulates = \"addresses\")", ""));
    }

    @Test
    void aViewDoesNotCascade() {
        assertMistake(
                "\"User.some\" is viewOnly, so it is never written and cascade has no effect. Remove one of the two.",
                user("@Relationship(viewOnly = true, cascade = Cascade.ALL) List<Address> some(); // wrong", ""),
                ADDRESS);
    }

    @Test
    void aViewOfOneCreatesNoForeignKey() {
        assertMistake(
                "No foreign key connects \"Letter\" and \"User\", and \"Letter.user\" creates none because it is viewOnly. "
                        + "Declare one, or relate the rows by a standalone @JoinCondition.",
                """
                @Entity(table = "letters") class Letter extends LetterBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(viewOnly = true) @Nullable User user(); // wrong
                    }
                }
                """, user("", ""), ADDRESS);
    }

    @Test
    void aTargetThatMayNotSatisfyTheConditionIsNullable() {
        assertMistake(
                "\"Address.local\" is never null, but there may be no target that satisfies its join condition. "
                        + "Mark it @Nullable.",
                """
                @Entity(table = "addresses") class Address extends AddressBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "addresses") User user();
                        @Relationship(viewOnly = true) User local(); // wrong
                    }
                    @JoinCondition("local") static dev.rubedo.sql.Condition c(Address_ a, User_ u) { return null; }
                }
                """, user("", ""));
    }

    @Test
    void overlapsNamesARelationship() {
        assertMistake(
                "\"User.more\" overlaps \"adresses\", which is not a relationship of \"User\". Did you mean \"addresses\"?",
                user("@Relationship(overlaps = {\"adresses\", \"addresses\"}) List<Address> more(); // wrong", ""),
                ADDRESS);
    }

    @Test
    void aViewHasNoSetter() {
        assertMistake("Relationship \"local\" is viewOnly and never has a setter. Remove @Setter.",
                """
                @Entity(table = "addresses") class Address extends AddressBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "addresses") User user();
                        @Relationship(viewOnly = true) @Setter(Access.PUBLIC) @Nullable User local(); // wrong
                    }
                }
                """, user("", ""));
    }
}
