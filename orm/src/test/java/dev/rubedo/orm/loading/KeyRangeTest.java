package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.query.SelectInOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Relationships of more owners than one list of keys should have. */
class KeyRangeTest {
    private static final int OWNERS = 520;

    private static SessionFactory users(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < OWNERS; i++) {
                User user = new User("u" + i);
                user.addresses().add(new Address("u" + i + "@home"));
                user.addresses().add(new Address("u" + i + "@work"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    private static void assertThatAllHaveTheirAddresses(List<User> users) {
        assertThat(users).allSatisfy(user -> assertThat(user.addresses()).extracting(Address::email)
                .containsExactly(user.name() + "@home", user.name() + "@work"));
    }

    @DatabaseTest
    void keysWithoutAGapAreOneRange(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements).open()) {
            List<User> users = session.all(select(USER).where(USER.id.gt(3L)).options(selectIn(USER.addresses)));

            assertThat(users).hasSize(OWNERS);
            assertThatAllHaveTheirAddresses(users);
            assertThat(statements).hasCount(2).last().hasSql("""
                    SELECT addresses.user_id, addresses.id, addresses.email_address
                    FROM addresses
                    WHERE addresses.user_id >= ? AND addresses.user_id <= ?
                    ORDER BY addresses.id
                    """);
        }
    }

    @DatabaseTest
    void keysWithAGapAreListsAsLongAsSuitsTheDatabase(Engine engine, StatementLog statements) {
        SessionFactory sessions = users(engine, statements);
        try (Session session = sessions.open()) {
            User missing = session.all(select(USER).where(USER.id.gt(3L)).orderBy(USER.id)).get(7);
            session.delete(missing);
            session.commit();
        }
        statements.clear();
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).where(USER.id.gt(3L)).options(selectIn(USER.addresses)));

            assertThat(users).hasSize(OWNERS - 1);
            assertThatAllHaveTheirAddresses(users);
            int most = engine.backend().keysPerList();
            assertThat(statements).hasCount(1 + (OWNERS - 1 + most - 1) / most);
        }
    }

    @DatabaseTest
    void aChunkSizeIsKept(Engine engine, StatementLog statements) {
        SelectInOption<User, Address> option = selectIn(USER.addresses).chunkSize(200);
        try (Session session = users(engine, statements).open()) {
            assertThatAllHaveTheirAddresses(session.all(select(USER).where(USER.id.gt(3L)).options(option)));
            assertThat(statements).hasCount(1 + 3);
        }
    }

    @DatabaseTest
    void aWholeResultIsLoadedOnAccessToo(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements).open()) {
            assertThatAllHaveTheirAddresses(session.all(select(USER).where(USER.id.gt(3L)).orderBy(USER.id)));
            // 500 objects with the first access, the others with one of theirs
            assertThat(statements.all().size()).isLessThanOrEqualTo(1 + 2);
        }
    }
}
