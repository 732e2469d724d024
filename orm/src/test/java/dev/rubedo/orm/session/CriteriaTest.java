package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.Orm.withoutCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.LoggedStatement;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Optional;

/** Criteria, which apply wherever an entity is read. */
class CriteriaTest {

    /** Two users with a visible address and a hidden one each, in two groups of which one is hidden. */
    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Shop.model();
        model.metadata().createAll(engine);
        SessionFactory.of(engine, model).inTransaction(session -> {
            Group open = new Group("open");
            Group closed = new Group("hidden");
            for (String name : List.of("ed", "jo")) {
                User user = new User(name);
                user.addresses().add(new Address(name));
                user.addresses().add(new Address("hidden"));
                user.groups().add(open);
                user.groups().add(closed);
                session.add(user);
            }
        });
        statements.clear();
        return SessionFactory.builder(engine, model).criteria(ADDRESS, address -> address.email.ne("hidden"))
                .criteria(GROUP, group -> group.name.ne("hidden")).build();
    }

    @DatabaseTest
    void everyStatementThatReadsTheEntityHasTheCondition(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            // a query, a column of it, a join with the entity, over a relationship, outer and inner, and by a path
            assertThat(session.all(select(ADDRESS).orderBy(ADDRESS.id))).hasSize(2);
            assertThat(session.all(select(ADDRESS.email).orderBy(ADDRESS.id))).containsExactly("ed", "jo");
            assertThat(session.all(select(USER.name).join(USER.addresses).orderBy(USER.id))).hasSize(2);
            assertThat(session.all(select(USER.name, ADDRESS.email).leftJoin(USER.addresses).orderBy(USER.id)))
                    .hasSize(2);
            assertThat(session.all(select(USER.name).join(ADDRESS, ADDRESS.id.eq(USER.id)).orderBy(USER.id)))
                    .hasSize(1);
            var other = ADDRESS.as("other");
            assertThat(session.all(select(other.email).orderBy(other.id))).hasSize(2);
            // EXISTS, its negation, a subquery, a count
            assertThat(session.all(select(USER).where(USER.addresses.any(ADDRESS.email.eq("hidden"))))).isEmpty();
            assertThat(session.all(select(USER).where(USER.groups.any(GROUP.name.eq("hidden"))))).isEmpty();
            assertThat(session.all(select(USER.name).where(USER.id.in(select(ADDRESS.id))))).hasSize(1);
            assertThat(session.count(select(ADDRESS))).isEqualTo(2);
            // rows that are changed by statements
            assertThat(session.execute(update(ADDRESS).set(ADDRESS.email, "x").where(ADDRESS.id.eq(2L))).rowCount())
                    .isZero();
            assertThat(session.execute(deleteFrom(ADDRESS).where(ADDRESS.id.eq(2L))).rowCount()).isZero();

            assertThat(statements.all()).allSatisfy(CriteriaTest::hasCondition);
        }
    }

    @DatabaseTest
    void everyWayOfLoadingHasTheCondition(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(selectIn(USER.addresses), batch(USER.addresses), lazy(USER.addresses),
                joined(USER.addresses))) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(select(USER).options(option).orderBy(USER.id));
                assertThat(users.get(0).addresses()).extracting(Address::email).containsExactly("ed");
                assertThat(users.get(1).addresses()).extracting(Address::email).containsExactly("jo");
            }
        }
        for (var option : List.of(selectIn(USER.groups), batch(USER.groups), lazy(USER.groups), joined(USER.groups))) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(select(USER).options(option).orderBy(USER.id));
                assertThat(users.get(0).groups()).extracting(Group::name).containsExactly("open");
                assertThat(users.get(1).groups()).extracting(Group::name).containsExactly("open");
            }
        }
        assertThat(statements.all().stream().filter(one -> one.sql().contains("addresses")
                || one.sql().contains("groups"))).isNotEmpty().allSatisfy(CriteriaTest::hasCondition);
        statements.clear();
        try (Session session = sessions.open()) {
            Optional<Address> hidden = session.get(Address.class, 2);
            assertThat(hidden).isEmpty();
            Address seen = session.require(Address.class, 1);
            session.refresh(seen);
            session.expire(seen);
            assertThat(seen.email()).isEqualTo("ed");
            List<Address> all = session.all(select(ADDRESS).orderBy(ADDRESS.id));
            session.expireAll();
            assertThat(all).extracting(Address::email).containsExactly("ed", "jo");
        }
        assertThat(statements.all()).hasSize(7).allSatisfy(CriteriaTest::hasCondition);
    }

    private static void hasCondition(LoggedStatement statement) {
        assertThat(statement.sql()).containsPattern("(email_address|name) (!=|<>) \\?");
        assertThat(statement.parameters().get(0)).contains("hidden");
    }

    @DatabaseTest(only = "sqlite")
    void theConditionIsWrittenOnceWhereTheEntityIsRead(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            session.all(select(ADDRESS.email).where(ADDRESS.id.gt(0L)));
            session.all(select(USER.name, ADDRESS.email).leftJoin(USER.addresses));
            session.get(Address.class, 1);
            session.all(select(USER.id).where(USER.addresses.any()));

            assertThat(statements).containsExactly("""
                    SELECT addresses.email_address FROM addresses WHERE addresses.id > ? AND addresses.email_address != ?
                    """, """
                    SELECT users.name, addresses.email_address FROM users
                    LEFT OUTER JOIN addresses ON users.id = addresses.user_id AND addresses.email_address != ?
                    """, """
                    SELECT addresses.id, addresses.email_address, addresses.user_id FROM addresses
                    WHERE addresses.id = ? AND addresses.email_address != ?
                    """, """
                    SELECT users.id FROM users WHERE EXISTS (SELECT 1 FROM addresses
                    WHERE users.id = addresses.user_id AND addresses.email_address != ?)
                    """);
        }
    }

    @DatabaseTest
    void aToOneThatLeadsToAHiddenObjectIsNull(Engine engine, StatementLog statements) {
        Model model = Shop.model();
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.builder(engine, model).criteria(USER, user -> user.name.ne("ed"))
                .build();
        sessions.inTransaction(session -> {
            User ed = new User("ed");
            ed.addresses().add(new Address("ed"));
            session.add(ed);
        });
        try (Session session = sessions.open()) {
            assertThat(session.one(select(ADDRESS)).user()).isNull();
            assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user().name.eq("ed")))).isEmpty();
        }
    }

    @DatabaseTest
    void whatAStatementSaysHoldsForWhatIsLoadedOfItsObjectsLater(Engine engine, StatementLog statements) {
        open(engine, statements);
        SessionFactory sessions = SessionFactory.of(engine, Shop.model());
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id)
                    .options(withCriteria(ADDRESS, address -> address.email.ne("hidden"))));

            assertThat(users.get(0).addresses()).extracting(Address::email).containsExactly("ed");
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(USER).orderBy(USER.id)).get(0).addresses()).hasSize(2);
            assertThat(session.get(Address.class, 2, withCriteria(ADDRESS, address -> address.email.eq("no"))))
                    .isEmpty();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Address.class, 2, withCriteria(ADDRESS, address -> address.email.eq("no"))))
                    .isEmpty();
        }
    }

    @DatabaseTest(only = "sqlite")
    void aRowThatIsHiddenNowIsGoneForItsObject(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            Address seen = session.require(Address.class, 1);
            seen.email("hidden");
            session.flush();

            assertThatThrownBy(() -> session.refresh(seen)).isInstanceOf(EntityNotFoundException.class);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aConditionThatWouldHaveToJoinIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = SessionFactory.builder(engine, Shop.model())
                .criteria(ADDRESS, address -> address.user().name.eq("ed")).build();
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.all(select(ADDRESS))).isInstanceOf(InvalidStatementException.class)
                    .hasMessage("A path through a relationship of \"Address\" is used in a statement that cannot join."
                            + " Use has(...) of the relationship.");
        }
    }

    @DatabaseTest(only = "sqlite")
    void criteriaAreAboutAnEntityItself(Engine engine) {
        assertThatThrownBy(
                () -> SessionFactory.builder(engine, Shop.model()).criteria(ADDRESS.as("a"), a -> a.id.gt(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Criteria apply to an entity wherever it is read: use \"ADDRESS\" instead of \"Address as a\".");
    }

    @DatabaseTest
    void aStatementLiftsTheCriteriaOfTheFactory(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(selectIn(USER.addresses), batch(USER.addresses), joined(USER.addresses))) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(select(USER).orderBy(USER.id).options(option, withoutCriteria(ADDRESS)));
                assertThat(users.get(0).addresses()).hasSize(2);
                // of the other entity they still apply
                assertThat(users.get(0).groups()).hasSize(1);
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.count(select(ADDRESS).options(withoutCriteria(ADDRESS)))).isEqualTo(4);
            assertThat(session.count(select(ADDRESS))).isEqualTo(2);
            assertThat(session.get(ADDRESS, 2)).isEmpty();
            assertThat(session.get(ADDRESS, 2, withoutCriteria(ADDRESS))).isPresent();
            assertThat(session.all(select(ADDRESS.email).options(withoutCriteria(ADDRESS),
                    withCriteria(ADDRESS, address -> address.email.eq("hidden"))))).containsExactly("hidden", "hidden");
            assertThat(session.execute(update(ADDRESS).set(ADDRESS.email, "shown").where(ADDRESS.email.eq("hidden"))
                    .options(withoutCriteria(ADDRESS))).rowCount()).isEqualTo(2);
        }
    }
}
