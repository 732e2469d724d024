package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Item;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.OrderLine;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** How entities and what they lead to are loaded, and in how many statements. */
class LoadTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : List.of("ann", "bob", "cyd")) {
                User user = new User(name);
                user.addresses().addAll(List.of(new Address(name + "@home"), new Address(name + "@work")));
                user.groups().add(new Group(name + "s"));
                user.profile(new Profile(name + " lives"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void anEntityIsReadByItsColumns(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).where(USER.name.ne("bob")).orderBy(USER.name.desc()));

            assertThat(users).extracting(User::name).containsExactly("cyd", "ann");
            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age FROM users WHERE users.name != ? ORDER BY users.name DESC
                    """);
        }
    }

    @DatabaseTest
    void aLoopOverACollectionCostsOneMoreStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id));

            for (User user : users) {
                assertThat(user.addresses()).hasSize(2)
                        .allSatisfy(address -> assertThat(address.user()).isSameAs(user));
            }

            assertThat(statements)
                    .containsExactly("SELECT users.id, users.name, users.age FROM users ORDER BY users.id", """
                    SELECT addresses.user_id, addresses.id, addresses.email_address FROM addresses
                    WHERE addresses.user_id IN (?, ?, ?) ORDER BY addresses.id
                    """);
        }
    }

    @DatabaseTest
    void aLoopOverToOneCostsOneMoreStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            for (Address address : session.all(select(ADDRESS).orderBy(ADDRESS.id))) {
                assertThat(address.email()).startsWith(address.user().name());
            }

            assertThat(statements).hasCount(2);
            assertThat(statements).last()
                    .hasSql("SELECT users.id, users.name, users.age FROM users WHERE users.id IN (?, ?, ?)");
        }
    }

    @DatabaseTest
    void plainLazyLoadsOneByOne(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).options(lazy(USER.addresses)));

            users.forEach(user -> assertThat(user.addresses()).hasSize(2));

            assertThat(statements).hasCount(4);
            assertThat(statements).last().hasSql("""
                    SELECT addresses.id, addresses.email_address, addresses.user_id FROM addresses WHERE ? = addresses.user_id
                    ORDER BY addresses.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void selectInFetchesRightAfter(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id).options(selectIn(USER.addresses),
                    selectIn(USER.groups), selectIn(USER.profile)));

            assertThat(statements)
                    .containsExactly("SELECT users.id, users.name, users.age FROM users ORDER BY users.id", """
                    SELECT addresses.user_id, addresses.id, addresses.email_address FROM addresses
                    WHERE addresses.user_id IN (?, ?, ?) ORDER BY addresses.id
                    """, """
                    SELECT profiles.user_id, profiles.id, profiles.bio FROM profiles WHERE profiles.user_id IN (?, ?, ?)
                    """, """
                    SELECT user_group.user_id, groups.id, groups.name FROM user_group JOIN groups ON groups.id = user_group.group_id
                    WHERE user_group.user_id IN (?, ?, ?)
                    """);
            statements.clear();
            assertThat(users).allSatisfy(user -> {
                assertThat(user.groups()).extracting(Group::name).containsExactly(user.name() + "s");
                assertThat(user.profile().bio()).isEqualTo(user.name() + " lives");
                assertThat(user.addresses()).hasSize(2);
            });
            assertThat(statements).isEmpty();
        }
    }

    @DatabaseTest
    void selectInFetchesOnceForAnOwnerThatIsInSeveralRows(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).where(USER.name.eq("ann"))
                    .options(joined(USER.addresses), selectIn(USER.groups), selectIn(USER.profile)));

            assertThat(users).singleElement().satisfies(user -> {
                assertThat(user.addresses()).hasSize(2);
                assertThat(user.groups()).extracting(Group::name).containsExactly("anns");
                assertThat(user.profile().bio()).isEqualTo("ann lives");
            });
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void anOwnerThatAJoinRepeatsHasItsCollections(Engine engine, StatementLog statements) {
        var twice = select(USER).join(USER.addresses).where(USER.name.eq("ann"));
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            List<User> users = session.all(twice.options(selectIn(USER.groups)));

            assertThat(users).hasSize(2).allSatisfy(user -> assertThat(user.groups()).hasSize(1));
        }
        try (Session session = sessions.open()) {
            List<User> users = session.all(twice);

            assertThat(users).hasSize(2).allSatisfy(user -> assertThat(user.groups()).hasSize(1));
        }
    }

    @DatabaseTest
    void selectInOfNothingIsOneStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.all(select(USER).where(USER.id.gt(50L)).options(selectIn(USER.addresses)))).isEmpty();

            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest(only = "sqlite")
    void joinedLoadsACollectionInTheSameStatementAndGivesEachOwnerOnce(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id).options(joined(USER.addresses)));

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd");
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age, addresses_1.id AS id_1, addresses_1.email_address, addresses_1.user_id FROM users
                    LEFT OUTER JOIN addresses AS addresses_1 ON users.id = addresses_1.user_id ORDER BY users.id, addresses_1.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void joinedWithALimitWrapsTheStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session
                    .all(select(USER).orderBy(USER.name.desc()).limit(2).options(joined(USER.addresses)));

            assertThat(users).extracting(User::name).containsExactly("cyd", "bob");
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(statements).containsExactly("""
                    SELECT anon_1.id, anon_1.name, anon_1.age, addresses_1.id AS id_1, addresses_1.email_address, addresses_1.user_id
                    FROM (SELECT users.id AS id, users.name AS name, users.age AS age FROM users ORDER BY users.name DESC LIMIT ? OFFSET ?) AS anon_1
                    LEFT OUTER JOIN addresses AS addresses_1 ON anon_1.id = addresses_1.user_id ORDER BY anon_1.name DESC, addresses_1.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void joinedGoesThroughTheTableBetween(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).options(joined(USER.groups)));

            assertThat(users).allSatisfy(user -> assertThat(user.groups()).hasSize(1));
            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age, groups_1.id AS id_1, groups_1.name AS name_1 FROM users LEFT OUTER JOIN
                    (user_group AS user_group_1 JOIN groups AS groups_1 ON groups_1.id = user_group_1.group_id)
                    ON users.id = user_group_1.user_id
                    """);
        }
    }

    @DatabaseTest
    void optionsFollowOptions(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session
                    .all(select(USER).options(selectIn(USER.groups).then(joined(GROUP.users)), joined(USER.profile)));
            assertThat(statements).hasCount(2);

            users.forEach(user -> user.groups().forEach(group -> assertThat(group.users()).containsExactly(user)));

            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void raiseForbidsLoadingOnAccess(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User user = session.all(select(USER).options(raise(USER.addresses))).get(0);

            assertThatThrownBy(() -> user.addresses().size()).isInstanceOf(LazyLoadException.class)
                    .hasMessageContaining("User.addresses");
        }
    }

    @DatabaseTest
    void aDetachedObjectNamesWhatIsMissing(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User user = sessions.fromTransaction(session -> session.require(User.class, 1));

        assertThat(user.name()).isEqualTo("ann");
        assertThatThrownBy(() -> user.addresses().size()).isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("\"addresses\"").hasMessageContaining("selectIn(USER.addresses)");
    }

    @DatabaseTest
    void aDetachedObjectNamesTheConstantOfItsEntity(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Order order = new Order("open");
            order.lines().add(new OrderLine(new Item("pen"), 1));
            session.add(order);
        });
        OrderLine line = sessions.fromTransaction(session -> session.one(select(ORDER_LINE)));

        assertThatThrownBy(line::item).isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("selectIn(ORDER_LINE.item)");
    }

    @DatabaseTest
    void deferredColumnsAreReadWhenTouched(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id).options(loadOnly(USER.age)));
            assertThat(statements).last().hasSql("SELECT users.id, users.age FROM users ORDER BY users.id");

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd");

            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void theLastStrategyOfARelationshipHolds(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.all(select(USER).orderBy(USER.id).options(raise(USER.addresses),
                    selectIn(USER.addresses))).get(0);
            assertThat(statements).hasCount(2);
            assertThat(ann.addresses()).isNotNull().hasSizeLessThan(100);
            assertThat(statements).hasCount(2);
        }
        try (Session session = sessions.open()) {
            User ann = session.all(select(USER).orderBy(USER.id).options(selectIn(USER.addresses),
                    raise(USER.addresses))).get(0);
            assertThatThrownBy(() -> ann.addresses().size()).isInstanceOf(LazyLoadException.class);
        }
    }

    @DatabaseTest
    void aColumnIsDeferredIfAnyOptionDefersIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            session.all(select(USER).options(loadOnly(USER.age), defer(USER.age)));
            assertThat(statements).last().hasSql("SELECT users.id FROM users");
        }
        try (Session session = sessions.open()) {
            session.all(select(USER).options(loadOnly(USER.age), loadOnly(USER.name)));
            assertThat(statements).last().hasSql("SELECT users.id, users.name, users.age FROM users");
        }
    }

    @DatabaseTest
    void expiredObjectsAreReadAgainInFewStatements(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            session.commit();
            statements.clear();

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd");

            assertThat(statements).hasCount(2);
            assertThat(statements).statement(0)
                    .hasSql("SELECT users.id, users.name, users.age FROM users WHERE users.id = ?");
        }
    }

    @DatabaseTest
    void aDeletedRowIsOnlyMissedByTheObjectThatIsAccessed(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 120; i++) {
                session.add(new User("u" + i));
            }
        });
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).where(USER.name.like("u%")).orderBy(USER.id));
            List<Long> deleted = users.subList(45, 60).stream().map(User::id).toList();
            session.commit();
            sessions.inTransaction(other -> other.execute(deleteFrom(USER).where(USER.id.in(deleted))));

            assertThat(users.get(0).name()).isEqualTo("u0");
            assertThat(users.get(1).name()).isEqualTo("u1");
            assertThat(users.get(110).name()).isEqualTo("u110");
            assertThatThrownBy(() -> users.get(50).name()).isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("no longer exists");
        }
    }

    @DatabaseTest
    void whatWasChangedIsOverwrittenByRefreshAndNotByAQuery(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            session.withoutAutoflush(() -> {
                ann.name("anna");
                session.all(select(USER));
                assertThat(ann.name()).isEqualTo("anna");
            });
            session.refresh(ann);
            assertThat(ann.name()).isEqualTo("ann");
        }
    }

    @DatabaseTest
    void aToOneThatIsKnownNeedsNoStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            Address address = session.require(Address.class, 1);
            statements.clear();

            assertThat(address.user()).isSameAs(ann);

            assertThat(statements).isEmpty();
        }
    }
}
