package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.ADDRESS;
import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationshipMistakeTest {

    private static String user(String attributes) {
        return """
                @Entity(table = "users") class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    private static String address(String attributes) {
        return """
                @Entity(table = "addresses") class Address extends AddressBase {
                    interface Mapped {
                        @Id Long id();
                        String email();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    @Test
    void backPopulatesNamesARelationship() {
        assertMistake(
                "\"User.addresses\" back-populates \"usr\", which is not a relationship of \"Address\". Did you mean \"user\"?",
                user("@Relationship(backPopulates = \"usr\") List<Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void backPopulatesLeadsBack() {
        assertMistake(
                "\"User.addresses\" back-populates \"Address.city\", but that refers to \"Address\" and not back to \"User\".",
                user("@Relationship(backPopulates = \"city\") List<Address> addresses(); // wrong"),
                address("@Relationship @Nullable Address city();"));
    }

    @Test
    void bothSidesNameEachOther() {
        assertMistake(
                "\"User.addresses\" back-populates \"Address.user\", but that does not name it. Both sides must name each other: write "
                        + "backPopulates = \"addresses\" there.",
                user("@Relationship(backPopulates = \"user\") List<Address> addresses(); // wrong"),
                address("@Relationship User user();"));
    }

    @Test
    void ofThreeThatNameEachOtherTheOneThatIsNotNamedBackIsWrong() {
        assertMistake(
                "\"Address.user\" back-populates \"User.second\", but that back-populates \"other\". Both sides must name each other: "
                        + "write backPopulates = \"user\" there.",
                address("""
                        @ForeignKey("users.id") Long userId();
                        @ForeignKey("users.id") Long otherId();
                        @Relationship(backPopulates = "second", foreignKey = "userId") User user(); // wrong
                        @Relationship(backPopulates = "second", foreignKey = "otherId") User other();
                        """), user("""
                        @Relationship(backPopulates = "user", foreignKey = "userId") List<Address> first();
                        @Relationship(backPopulates = "other", foreignKey = "otherId") List<Address> second();
                        """));
    }

    @Test
    void aCircleOfNamesIsNotLeftUnsaid() {
        for (var compiler : Compilation.Compiler.values()) {
            assertThat(Mistakes.compile(compiler, address("""
                    @ForeignKey("users.id") Long userId();
                    @ForeignKey("users.id") Long otherId();
                    @Relationship(backPopulates = "second", foreignKey = "userId") User user();
                    @Relationship(backPopulates = "first", foreignKey = "otherId") User other();
                    """), user("""
                    @Relationship(backPopulates = "user", foreignKey = "userId") List<Address> first();
                    @Relationship(backPopulates = "other", foreignKey = "otherId") List<Address> second();
                    """)).errors()).as("%s", compiler).hasSize(4)
                    .allSatisfy(error -> assertThat(error.text()).contains("Both sides must name each other"));
        }
    }

    @Test
    void ofTwoThatNameTheSameOneIsWrong() {
        assertMistake(
                "\"User.first\" back-populates \"Address.user\", but that back-populates \"second\". Both sides must name each other: "
                        + "write backPopulates = \"first\" there.",
                user("""
                        @Relationship(backPopulates = "user") List<Address> first(); // wrong
                        @Relationship(backPopulates = "user") List<Address> second();
                        """), address("@Relationship(backPopulates = \"second\") User user();"));
    }

    @Test
    void twoSidesOfOneForeignKeyNameEachOther() {
        assertMistake(
                "\"User.addresses\" and \"Address.user\" are two sides of one relationship, and neither names the other. Write "
                        + "backPopulates = \"user\" here and backPopulates = \"addresses\" there.",
                user("@Relationship List<Address> addresses(); // wrong"), address("@Relationship User user();"));
    }

    @Test
    void oneToManyNeedsAForeignKey() {
        assertMistake(
                "No foreign key of \"Address\" refers to \"User\", so \"User.addresses\" cannot be loaded. Add @Relationship User user() to "
                        + "\"Address\", or a joinTable if many lead to many.",
                user("@Relationship List<Address> addresses(); // wrong"), address(""));
    }

    @Test
    void ofTwoForeignKeysOneIsChosen() {
        assertMistake(
                "Relationship \"User.addresses\" matches 2 foreign keys of \"Address\": homeOfId, workOfId. Choose one: foreignKey = "
                        + "\"homeOfId\".",
                user("@Relationship List<Address> addresses(); // wrong"),
                address("@ForeignKey(\"users.id\") Long homeOfId(); @ForeignKey(\"users.id\") Long workOfId();"));
    }

    @Test
    void ofTwoForeignKeysOneIsChosenByManyToOne() {
        assertMistake(
                "Relationship \"Address.user\" matches 2 foreign keys of \"Address\": homeOfId, workOfId. Choose one: foreignKey = "
                        + "\"homeOfId\".",
                address("""
                        @ForeignKey("users.id") Long homeOfId();
                        @ForeignKey("users.id") Long workOfId();
                        @Relationship User user(); // wrong
                        """), user(""));
    }

    @Test
    void aChosenForeignKeyExists() {
        assertMistake("\"ownerId\" is not a foreign key of \"Address\" to \"User\". Did you mean \"ownersId\"?",
                address("""
                @ForeignKey("users.id") Long ownersId();
                @Relationship(foreignKey = "ownerId") User user(); // wrong
                """), user(""));
    }

    @Test
    void aOneToOneHasItsForeignKeyOnOneSide() {
        assertMistake(
                "It is not clear which side of the one-to-one \"Address.user\" and \"User.address\" has the foreign key. Declare it there, as in "
                        + "@ForeignKey(\"users.id\"), or make the side without it @Nullable.",
                address("@Relationship(backPopulates = \"address\") User user(); // wrong"),
                user("@Relationship(backPopulates = \"user\") Address address();"));
    }

    @Test
    void orderByNamesAttributes() {
        assertMistake(
                "\"User.addresses\" is ordered by \"mail\", which is not an attribute of \"Address\" with a column. Did you mean \"email\"?",
                user("@Relationship(backPopulates = \"user\", orderBy = \"id, mail desc\") List<Address> addresses(); // wrong"),
                ADDRESS);
    }

    @Test
    void orderByIsAttributesAndDirections() {
        assertMistake(
                "\"email up\" is not an order. Write attributes of \"Address\" with asc or desc, as in \"created desc, id\".",
                user("@Relationship(backPopulates = \"user\", orderBy = \"email up\") List<Address> addresses(); // wrong"),
                ADDRESS);
    }

    @Test
    void setsHaveNoOrder() {
        assertMistake("\"User.addresses\" has no order: only a List of entities has. Remove orderBy.",
                user("@Relationship(backPopulates = \"user\", orderBy = \"email\") Set<Address> addresses(); // wrong"),
                ADDRESS);
    }

    @Test
    void manyToOneHasNoOrphans() {
        assertMistake(
                "\"Address.user\" cannot delete orphans: several \"Address\" may share one \"User\", so it is not an orphan when one of them removes it. "
                        + "Put it on the other side. Remove DELETE_ORPHAN, or write singleParent = true if each has only one.",
                address("@Relationship(cascade = Cascade.ALL_DELETE_ORPHAN) User user(); // wrong"), user(""));
    }

    @Test
    void manyToManyHasNoOrphans() {
        assertMistake(
                "\"User.addresses\" cannot delete orphans: an object that is removed from a many-to-many relationship may still be in others. "
                        + "Remove DELETE_ORPHAN, or write singleParent = true if each has only one.",
                user("@Relationship(joinTable = \"x\", cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN}) List<Address> addresses(); // wrong"),
                address(""));
    }

    @Test
    void manyToManyNeedsAJoinTable() {
        assertMistake(
                "Both \"Address.users\" and \"User.addresses\" are collections, so they need a join table. Add joinTable = "
                        + "\"addresses_users\" to one of them.",
                address("@Relationship(backPopulates = \"addresses\") List<User> users(); // wrong"),
                user("@Relationship(backPopulates = \"users\") List<Address> addresses();"));
    }

    @Test
    void aJoinTableIsDescribedOnce() {
        assertMistake(
                "\"Address.users\" and \"User.addresses\" describe their join table differently. One description is enough: remove the other.",
                address("@Relationship(backPopulates = \"addresses\", joinTable = \"b\") List<User> users(); // wrong"),
                user("@Relationship(backPopulates = \"users\", joinTable = \"a\") List<Address> addresses();"));
    }

    @Test
    void aJoinTableIsForCollections() {
        assertMistake(
                "\"Address.user\" refers to a single \"User\" and needs no join table. Remove it, or make the attribute a List or Set.",
                address("@Relationship(joinTable = \"a\") User user(); // wrong"), user(""));
    }

    @Test
    void aJoinTableIsForRelationships() {
        assertMistake(
                "Attribute \"street\" has a join table but is not a relationship. Add @Relationship or remove @JoinTable.",
                address("@JoinTable(name = \"x\") String street(); // wrong"), user(""));
    }

    @Test
    void theColumnsOfASelfReferringJoinTableAreNamed() {
        assertMistake(
                "Both sides of join table \"friends\" would be column \"user_id\". Name them: @JoinTable(name = \"friends\", "
                        + "columns = \"...\", inverseColumns = \"...\").",
                user("@Relationship(joinTable = \"friends\") Set<User> friends(); // wrong"));
    }

    @Test
    void aJoinTableHasAColumnForEachKey() {
        assertMistake(
                "The join table of \"User.addresses\" has 2 columns, but the key of \"User\" has 1. Name one column for each.",
                user("@Relationship @JoinTable(name = \"x\", columns = {\"a\", \"b\"}) List<Address> addresses(); // wrong"),
                address(""));
    }

    @Test
    void collectionsAreListsOrSets() {
        assertMistake(
                "Relationship \"addresses\" has the type java.util.Collection<blog.Address>. It must be an entity, or a List, "
                        + "Set, SortedSet, Map, WriteOnly or Dynamic of entities.",
                user("@Relationship Collection<Address> addresses(); // wrong"), address(""));
    }

    @Test
    void relationshipsLeadToEntities() {
        assertMistake(
                "Relationship \"names\" has the type java.util.List<java.lang.String>. It must be an entity, or a List, Set, SortedSet, Map, WriteOnly or Dynamic of entities.",
                user("@Relationship List<String> names(); // wrong"));
    }

    @Test
    void relationshipsHaveNoColumn() {
        assertMistake(
                "Relationship \"user\" has no column of its own. Remove @Column, or declare the foreign key as an attribute and put it there.",
                address("@Column(name = \"u\") @Relationship User user(); // wrong"), user(""));
    }

    @Test
    void collectionsAreNeverNull() {
        assertMistake(
                "Relationship \"addresses\" is a collection, which is empty and never null. Remove @Nullable or Optional.",
                user("@Relationship(backPopulates = \"user\") @Nullable List<Address> addresses(); // wrong"), ADDRESS);
    }

    @Test
    void queriedCollectionsHaveNoSetter() {
        assertMistake(
                "Relationship \"addresses\" is never loaded as a whole: it is changed by adding and removing and has no setter. Remove @Setter.",
                user("@Setter(Access.PUBLIC) @Relationship(backPopulates = \"user\") dev.rubedo.orm.collection.WriteOnly<Address> addresses(); // wrong"),
                ADDRESS);
    }

    @Test
    void remoteSideIsForSelfReferences() {
        assertMistake(
                "\"Address.user\" refers to another entity, so its sides are unambiguous. Remove remoteSide: it is for self-references.",
                address("@Relationship(remoteSide = \"id\") User user(); // wrong"), user(""));
    }

    @Test
    void remoteSideIsTheFarOne() {
        assertMistake("The far side of \"User.reports\" is bossId, not id. Write it so, or leave it out.", user("""
                @Relationship(backPopulates = "reports") @Nullable User boss();
                @Relationship(backPopulates = "boss", remoteSide = "id") List<User> reports(); // wrong
                """));
    }

    @Test
    void whichOfTwoSelfReferencesHasTheKeyIsSaid() {
        assertMistake(
                "It is not clear which of \"User.next\" and \"User.previous\" has the foreign key. Specify for the one that has it remoteSide = \"id\".",
                user("""
                @ForeignKey("users.id") @Nullable Long follower();
                @Relationship(backPopulates = "previous") @Nullable User next(); // wrong
                @Relationship(backPopulates = "next") @Nullable User previous();
                """));
    }

    @Test
    void aRelationshipIsAsNullableAsItsForeignKey() {
        assertMistake(
                "\"Address.user\" is never null, but its foreign key \"userId\" is nullable. Mark both @Nullable or neither.",
                address("""
                @ForeignKey("users.id") @Nullable Long userId();
                @Relationship User user(); // wrong
                """), user(""));
    }

    @Test
    void theFarSideOfAOneToOneMayBeMissing() {
        assertMistake(
                "\"User.address\" is never null, but its foreign key is in \"Address\", whose row may be missing. Mark it @Nullable.",
                user("@Relationship(backPopulates = \"user\") Address address(); // wrong"),
                address("@ForeignKey(\"users.id\") Long userId(); @Relationship(backPopulates = \"address\") User user();"));
    }

    @Test
    void twoRelationshipsDoNotGoTheSameWay() {
        assertMistake(
                "\"Address.owner\" and \"Address.user\" use the same foreign key or join table, so both would write it. Remove one, or make it viewOnly.",
                address("""
                @ForeignKey("users.id") Long userId();
                @Relationship User user();
                @Relationship(foreignKey = "userId") User owner(); // wrong
                """), user(""));
    }

    @Test
    void aForeignKeyToACompositeKeyIsComposite() {
        assertMistake(
                "\"Address.user\" has a foreign key of one column, but the key of \"User\" has 2. Declare a foreign key to each of them, or "
                        + "none.",
                address("""
                        @ForeignKey("users.id") Long userId();
                        @Relationship User user(); // wrong
                        """), user("@Id String realm();"));
    }

    @Test
    void aJoinTableThatAnEntityMapsMustReferToBothSidesOnce() {
        assertMistake(
                "Join table \"authorship\" of \"Article.writers\" is mapped by \"Authorship\", which refers to \"Writer\" by no or several foreign keys. Specify the columns: @JoinTable(name = \"authorship\", columns = \"...\", inverseColumns = \"...\").",
                """
                        @Entity class Article extends ArticleBase {
                            interface Mapped {
                                @Id Long id();
                                @Relationship(joinTable = "authorship") Set<Writer> writers(); // wrong
                            }
                        }
                        """, """
                        @Entity class Writer extends WriterBase {
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """, """
                        @Entity class Authorship extends AuthorshipBase {
                            interface Mapped {
                                @Id @ForeignKey("article.id") Long article();
                                @Id Long writer();
                            }
                        }
                        """);
    }

    @Test
    void updateCascadeIsOfAForeignKeyThatTheRelationshipCreates() {
        assertMistake(
                "\"User.addresses\" creates no foreign key that could follow changed keys. Put updateCascade on the"
                        + " side that has the foreign key.",
                user("@Relationship(backPopulates = \"user\", updateCascade = true) List<Address> addresses(); // wrong"),
                address("@Relationship(backPopulates = \"addresses\") User user();"));
        assertMistake("\"Address.user\" creates no foreign key that could follow changed keys. The foreign key is"
                + " declared: write updateCascade in its @ForeignKey.", user(""),
                address("""
                        @ForeignKey("users.id") Long userId();
                        @Relationship(updateCascade = true) User user(); // wrong
                        """));
        assertMistake("\"User.addresses\" creates no foreign key that could follow changed keys. Map the join table by"
                + " an entity, and write updateCascade in its @ForeignKey.",
                user("@Relationship(joinTable = \"ua\", updateCascade = true) Set<Address> addresses(); // wrong"),
                address(""));
    }
}
