package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.ADDRESS;
import static dev.rubedo.processor.Mistakes.assertMistake;

import org.junit.jupiter.api.Test;

/** Mistakes in the keys of maps. */
class MapMistakeTest {

    private static String user(String relationship) {
        return """
                @Entity(table = "users") class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "user"%s
                    }
                }
                """.formatted(relationship);
    }

    @Test
    void aMapHasAKey() {
        assertMistake(
                "\"User.addresses\" is a Map. Name the attribute or method of \"Address\" that its keys come from: "
                        + "mapKey = \"...\".",
                user(") Map<String, Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void aKeyIsAMemberOfTheTarget() {
        assertMistake(
                "\"User.addresses\" has the key \"emial\", which is neither an attribute of \"Address\" nor a method "
                        + "without parameters. Did you mean \"email\"?",
                user(", mapKey = \"emial\") Map<String, Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void aKeyHasTheTypeOfTheMap() {
        assertMistake(
                "\"User.addresses\" has keys of the type java.lang.Long, but \"Address.email\" is a java.lang.String. "
                        + "Declare the map with this type.",
                user(", mapKey = \"email\") Map<Long, Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void onlyAMapHasKeys() {
        assertMistake("\"User.addresses\" is not a Map, so it has no keys. Remove mapKey, or declare it as a Map.",
                user(", mapKey = \"email\") List<Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void aQueriedCollectionIsNotLoaded() {
        assertMistake("\"User.addresses\" is never loaded as a whole, so loading has no effect. Remove it.",
                user(", loading = Loading.JOINED) dev.rubedo.orm.collection.Dynamic<Address> addresses(); // wrong"),
                ADDRESS);
    }
}
