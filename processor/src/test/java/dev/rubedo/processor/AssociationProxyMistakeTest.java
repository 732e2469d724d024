package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;

import org.junit.jupiter.api.Test;

/** Errors in association proxies are reported at the line that is wrong. */
class AssociationProxyMistakeTest {

    private static final String ITEM = """
            @Entity class Item extends ItemBase {
                interface Mapped {
                    @Id Long id();
                    String word();
                    @Nullable String note();
                    @Relationship(backPopulates = "items") User user();
                }
            }
            """;

    private static String user(String attributes) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "user") List<Item> items();
                        @Relationship @Nullable User boss();
                        String name();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    @Test
    void theRelationshipExists() {
        assertMistake("Association proxy \"words\" leads through \"itms\", which is not a relationship of \"User\"."
                + " Did you mean \"items\"?",
                user("@AssociationProxy(of = \"itms\", value = \"word\") List<String> words(); // wrong"), ITEM);
    }

    @Test
    void theAttributeExists() {
        assertMistake("Association proxy \"words\" shows \"wrd\", which is not an attribute of \"Item\". Name a "
                + "column or a to-one relationship. Did you mean \"word\"?",
                user("@AssociationProxy(of = \"items\", value = \"wrd\") List<String> words(); // wrong"), ITEM);
    }

    @Test
    void theTypeIsThatOfTheRelationshipAndTheAttribute() {
        String message = "Association proxy \"words\" must be declared as List<String>, like the relationship"
                + " \"items\".";
        assertMistake(message,
                user("@AssociationProxy(of = \"items\", value = \"word\") Set<String> words(); // wrong"), ITEM);
        assertMistake(message,
                user("@AssociationProxy(of = \"items\", value = \"word\") List<Integer> words(); // wrong"), ITEM);
    }

    @Test
    void whatCanBeAbsentIsNullable() {
        assertMistake("Association proxy \"bossName\" can be null, because \"boss\" can. Mark it @Nullable, or declare"
                + " an Optional.",
                user("@AssociationProxy(of = \"boss\", value = \"name\") String bossName(); // wrong"), ITEM);
    }

    @Test
    void theCreatorExists() {
        assertMistake("Association proxy \"words\" names the creator \"make\", but neither \"User\" nor \"Item\" has"
                + " a static method with this name that takes a String and returns a Item.",
                user("@AssociationProxy(of = \"items\", value = \"word\", creator = \"make\") List<String> words();"
                        + " // wrong"),
                ITEM);
    }

    @Test
    void aProxyHasNoColumn() {
        assertMistake("Association proxy \"words\" has no column and no relationship of its own. Remove @Column.",
                user("@AssociationProxy(of = \"items\", value = \"word\") @Column List<String> words(); // wrong"),
                ITEM);
    }
}
