package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.ITEMS;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code toString()} of every tree says what it is, and never why it cannot be compiled. */
class TreeTextTest {
    private static final Person PERSON = new Person();

    @Test
    void entitiesStandUnderTheirNames() {
        assertThat(select(PERSON).where(new Named<>("firstName", USERS.name.type()).eq("x")).limit(3))
                .hasToString("SELECT Person.* FROM Person WHERE Person.firstName = ? LIMIT ?");
        assertThat(deleteFrom(PERSON).where(new Named<>("age", USERS.age.type()).gt(3)))
                .hasToString("DELETE FROM Person WHERE Person.age > ?");
        assertThat(select(PERSON).subquery("p"))
                .hasToString("(SELECT Person.* FROM Person) AS p");
    }

    @Test
    void attributesInSubqueriesBelongToTheirEntity() {
        var inner = select(new Named<>("id", USERS.id.type()));

        assertThat(select(ADDRESSES.city).where(ADDRESSES.userId.in(inner))).hasToString(
                "SELECT addresses.city FROM addresses WHERE addresses.user_id IN (SELECT Person.id FROM Person)");
    }

    @Test
    void relationshipsAreJoinedByTheirNames() {
        assertThat(select(ADDRESSES.city).join(new Owner())).hasToString(
                "SELECT addresses.city FROM addresses JOIN Person ON addresses.owner");
    }

    @Test
    void statementsThatAreNoSqlShowWhatTheyConsistOf() {
        assertThat(update(USERS)).hasToString("Update(users, NoCondition())");
        assertThat(select(USERS.name).join(ITEMS).toString()).startsWith("Select(").contains("users.name", "items");
        assertThat(insertInto(USERS).rows(List.of(Values.EMPTY, Values.EMPTY))).hasToString("Insert(users)");
    }

    @Test
    void treesThatAreTooDeepShowTheirBeginning() {
        Expression<Integer> deep = USERS.age;
        for (int i = 0; i < 100_000; i++) {
            deep = deep.plus(USERS.id);
        }

        assertThat(deep.toString()).startsWith("Binary(ADD, ").contains("...");
    }

    private record Person() implements UnresolvedEntity<Object> {
        @Override
        public Optional<? extends UnresolvedExpression<?>> attribute(String name) {
            return Optional.of(new Named<>(name, USERS.name.type()));
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    private record Named<T extends @Nullable Object>(String name, SqlType<T> type) implements UnresolvedExpression<T> {
        @Override
        public UnresolvedEntity<?> entity() {
            return PERSON;
        }
    }

    private record Owner() implements UnresolvedJoin {
        @Override
        public UnresolvedEntity<?> target() {
            return PERSON;
        }

        @Override
        public String toString() {
            return "addresses.owner";
        }
    }
}
