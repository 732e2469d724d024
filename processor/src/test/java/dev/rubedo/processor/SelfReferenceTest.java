package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfReferenceTest {

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

    @Test
    void theFarSideIsAKeyOrAForeignKey() {
        assertMistake(
                "The far side of \"User.boss\" is neither the primary key nor a foreign key of \"User\" to itself, but chief. If it refers to "
                        + "a parent, write remoteSide = \"id\" or leave it out.",
                user("@Relationship(remoteSide = \"chief\") @Nullable User boss(); // wrong"));
    }

    @Test
    void onlyOneOfTwoSidesHasTheForeignKey() {
        assertMistake(
                "\"User.next\" and \"User.previous\" name each other, but use different foreign keys: nextId, previousId. "
                        + "Remove remoteSide from the one that has no foreign key.",
                user("""
                        @Relationship(backPopulates = "previous", remoteSide = "id") @Nullable User next(); // wrong
                        @Relationship(backPopulates = "next", remoteSide = "id") @Nullable User previous();
                        """));
    }

    @Test
    void bothSidesGoByTheSameForeignKey() {
        assertMistake(
                "\"Address.home\" and \"User.addresses\" name each other, but use different foreign keys: homeId, workId. "
                        + "Write the same foreignKey at both.",
                """
                        @Entity class Address extends AddressBase {
                            interface Mapped {
                                @Id Long id();
                                @ForeignKey("users.id") Long homeId();
                                @ForeignKey("users.id") Long workId();
                                @Relationship(backPopulates = "addresses", foreignKey = "homeId") User home(); // wrong
                            }
                        }
                        """,
                user("@Relationship(backPopulates = \"home\", foreignKey = \"workId\") List<Address> addresses();"));
    }

    @Test
    void twoSidesOfOneJoinTableNameEachOther() {
        assertMistake(
                "\"User.following\" and \"User.followers\" are two sides of one relationship, and neither names the other. Write "
                        + "backPopulates = \"followers\" here and backPopulates = \"following\" there.",
                user("""
                        @Relationship @JoinTable(name = "f", columns = "a", inverseColumns = "b") Set<User> following(); // wrong
                        @Relationship @JoinTable(name = "f", columns = "b", inverseColumns = "a") Set<User> followers();
                        """));
    }

    @Test
    void aManyToManyIsNotItsOwnOtherSide() {
        assertMistake("\"User.friends\" back-populates itself. Name the relationship that goes the other way.",
                user("@Relationship(backPopulates = \"friends\") @JoinTable(name = \"f\", columns = \"a\", inverseColumns = \"b\") "
                        + "Set<User> friends(); // wrong"));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignKeyMayReferToAnotherColumnThanTheKey(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                @Column(unique = true) String code();
                @ForeignKey("users.code") @Nullable String bossCode();
                @Relationship(backPopulates = "reports") @Nullable User boss();
                @Relationship(backPopulates = "boss") List<User> reports();
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java").replaceAll("\\n *\\.", ".")).contains(
                "(\"boss\", () -> User_.USER).backPopulates(\"reports\").foreignKey(List.of(\"bossCode\"), List.of(\"code\"))",
                ".backPopulates(\"boss\").inverseForeignKey(List.of(\"bossCode\"), List.of(\"code\"))");
    }

    @ParameterizedTest
    @EnumSource
    void twoEntitiesMayEachGoByTheForeignKeyOfTheOther(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("""
                @ForeignKey("address.id") Long mainId();
                @Relationship(foreignKey = "ownerId") @Nullable Address owned();
                """), """
                @Entity class Address extends AddressBase {
                    interface Mapped {
                        @Id Long id();
                        @ForeignKey("users.id") Long ownerId();
                        @Relationship(foreignKey = "mainId") @Nullable User resident();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
    }
}
