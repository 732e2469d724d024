package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Item_.ITEM;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.routing.RoutingRequest;
import dev.rubedo.orm.shop.Country;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Entities and tables that are bound to several engines. */
class BindsTest {

    /** Users in one database, their orders in another. Confined to one thread at a time. */
    private record Both(SessionFactory sessions, Engine users, Engine orders, StatementLog ofUsers,
            StatementLog ofOrders) {

        static Both of(TestDatabase database) {
            return of(database, false);
        }

        static Both of(TestDatabase database, boolean twoPhase) {
            TestDatabase other = database.another();
            Engine orders = other.engine();
            Model model = Model.of(USER, ADDRESS, PROFILE, GROUP, COUNTRY, ORDER, ORDER_LINE, ITEM);
            SessionFactory sessions = SessionFactory.builder(database.engine(), model).bind(ORDER, orders)
                    .bind(ORDER_LINE, orders).bind(ITEM, orders).twoPhase(twoPhase).build();
            sessions.createAll();
            Both both = new Both(sessions, database.engine(), orders, database.statements(), other.statements());
            both.clear();
            return both;
        }

        void clear() {
            ofUsers.clear();
            ofOrders.clear();
        }

        Order order(String name, String status) {
            return sessions.fromTransaction(session -> {
                User user = new User(name);
                Order order = new Order(status);
                order.user(user);
                session.add(order);
                return order;
            });
        }
    }

    private static String table(String text) {
        return text.replaceFirst("(?s).*INTO (\\w+) .*", "$1");
    }

    @DatabaseTest
    void eachTableIsCreatedInItsDatabaseAndDroppedThere(TestDatabase database) {
        Both both = Both.of(database);

        assertThat(both.users.hasTable("", "users")).isTrue();
        assertThat(both.users.hasTable("", "orders")).isFalse();
        assertThat(both.orders.hasTable("", "orders")).isTrue();
        assertThat(both.orders.hasTable("", "users")).isFalse();
        both.sessions.dropAll();
        assertThat(both.users.hasTable("", "users")).isFalse();
        assertThat(both.orders.hasTable("", "orders")).isFalse();
    }

    @DatabaseTest
    void aFlushWritesEachRowToTheDatabaseOfItsEntity(TestDatabase database) {
        Both both = Both.of(database);

        Order order = both.order("ann", "new");

        assertThat(both.ofUsers.texts()).hasSize(1).allSatisfy(text -> assertThat(table(text)).isEqualTo("users"));
        assertThat(both.ofOrders.texts()).hasSize(1).allSatisfy(text -> assertThat(table(text)).isEqualTo("orders"));
        try (var users = both.users.connect(); var orders = both.orders.connect()) {
            Table table = both.sessions.model().mapper(ORDER).table();
            Table userTable = both.sessions.model().mapper(USER).table();
            assertThat(orders.one(Sql.select(table.column("user_id")))).isEqualTo(order.user().id());
            assertThat(users.one(Sql.select(userTable.column("id")))).isEqualTo(order.user().id());
        }
    }

    @DatabaseTest
    void relationshipsBetweenDatabasesAreLoadedByAStatementInEach(TestDatabase database) {
        Both both = Both.of(database);
        both.order("ann", "new");
        both.order("bea", "paid");
        both.clear();

        try (Session session = both.sessions.open()) {
            List<User> users = session.all(select(USER).orderBy(USER.name).options(selectIn(USER.orders)));
            assertThat(users).extracting(user -> user.orders().get(0).status()).containsExactly("new", "paid");
            assertThat(both.ofUsers.count()).isEqualTo(1);
            assertThat(both.ofOrders.count()).isEqualTo(1);
        }
        both.clear();
        try (Session session = both.sessions.open()) {
            List<Order> orders = session.all(select(ORDER).orderBy(ORDER.status));
            assertThat(orders).extracting(order -> order.user().name()).containsExactly("ann", "bea");
            assertThat(both.ofUsers.count()).isEqualTo(1);
            assertThat(both.ofOrders.count()).isEqualTo(1);
            session.expireAll();
            assertThat(orders.get(1).status()).isEqualTo("paid");
            assertThat(orders.get(1).user().name()).isEqualTo("bea");
        }
    }

    @DatabaseTest
    void aStatementOverSeveralDatabasesIsRefusedAndNamesBoth(TestDatabase database) {
        Both both = Both.of(database);
        try (Session session = both.sessions.open()) {
            assertThatThrownBy(() -> session.all(select(ORDER).options(joined(ORDER.user))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("Table \"orders\" is in " + both.orders + ", but table \"users\" is in " + both.users
                            + ". A statement is executed in one database: load a relationship between them with"
                            + " selectIn(...) or lazy(...) instead of joined(...), and query their entities separately.");
            assertThatThrownBy(() -> session.all(select(ORDER).where(ORDER.user().name.eq("ann"))))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining(both.users.toString());
            assertThatThrownBy(() -> session.get(ORDER, 1, joined(ORDER.user)))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining(both.users.toString());
            assertThat(session.all(select(ORDER).options(joined(ORDER.lines)))).isEmpty();
        }
    }

    @DatabaseTest
    void aFailureInOneDatabaseRollsBackAll(TestDatabase database) {
        Both both = Both.of(database);
        both.sessions.inTransaction(session -> session.add(new Country("de", "Germany")));
        Order order = new Order("new");
        order.user(new User("ann"));
        try (Session session = both.sessions.open()) {
            session.add(order);
            session.flush();
            session.add(new Country("de", "twice"));
            assertThatThrownBy(session::commit).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> session.count(select(ORDER))).hasMessageContaining("Call rollback()");
            session.rollback();

            assertThat(InstanceState.of(order).isTransient()).isTrue();
            assertThat(session.count(select(ORDER))).isZero();
            assertThat(session.count(select(USER))).isZero();
        }
    }

    @DatabaseTest
    void savepointsAreSetInAllDatabasesAlsoInThoseThatJoinLater(TestDatabase database) {
        Both both = Both.of(database);
        try (Session session = both.sessions.open()) {
            session.add(new User("kept"));
            session.flush();
            try (SessionSavepoint savepoint = session.savepoint()) {
                Order order = new Order("lost");
                order.user(new User("lost"));
                session.add(order);
                session.flush();
                savepoint.rollback();
            }
            session.commit();

            assertThat(session.all(select(USER.name))).containsExactly("kept");
            assertThat(session.count(select(ORDER))).isZero();
        }
    }

    @DatabaseTest
    void statementsAboutEntitiesAndTablesGoToTheirDatabase(TestDatabase database) {
        Both both = Both.of(database);
        Order order = both.order("ann", "new");
        Model model = both.sessions.model();
        both.clear();

        try (Session session = both.sessions.open()) {
            Order loaded = session.require(ORDER, order.id());
            session.execute(Sql.update(ORDER).set(ORDER.status, "paid").where(ORDER.status.eq("new")));
            assertThat(loaded.status()).isEqualTo("paid");
            session.execute(Sql.insertInto(model.mapper(COUNTRY).table()).values(COUNTRY.code, "fr")
                    .values(COUNTRY.name, "France"));
            assertThat(session.execute(Sql.deleteFrom(ORDER)).rowCount()).isEqualTo(1);
            assertThat(session.connection(ORDER).engine()).isSameAs(both.orders);
            assertThat(session.connection().engine()).isSameAs(both.users);
            assertThat(session.connection(ORDER)).isNotSameAs(session.connection(USER));
            session.bulkInsert(ORDER, List.of(Values.EMPTY.set(ORDER.status, "bulk")));
            session.commit();
        }

        assertThat(both.ofOrders.texts()).hasSizeBetween(4, 5).allMatch(text -> text.contains("orders"));
        assertThat(both.ofUsers.texts()).hasSize(1).allMatch(text -> text.contains("countries"));
    }

    @DatabaseTest
    void upsertsGoToTheDatabaseOfTheirEntity(TestDatabase database) {
        Both both = Both.of(database);
        Order order = both.order("ann", "new");
        both.clear();

        both.sessions.inTransaction(session -> assertThat(session.upsert(ORDER,
                List.of(Values.EMPTY.set(ORDER.id, order.id()).set(ORDER.status, "paid")), ORDER.id))
                .extracting(Order::status).containsExactly("paid"));

        assertThat(both.ofUsers.count()).isZero();
        assertThat(both.ofOrders.count()).isPositive();
    }

    @DatabaseTest
    void aTransactionThatIsBegunByHandTakesInDatabasesWhenTheyAreUsed(TestDatabase database) {
        Both both = Both.of(database);
        SessionFactory sessions = both.sessions.toBuilder().autobegin(false).build();
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.count(select(ORDER))).hasMessageContaining("Call begin() first");
            session.begin();
            assertThat(session.isInTransaction()).isTrue();
            session.add(new Order("new"));
            session.commit();
            assertThat(session.isInTransaction()).isFalse();
            session.begin();
            assertThat(session.count(select(ORDER))).isEqualTo(1);
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void bothDatabasesCommitInTwoPhases(TestDatabase database) {
        Both both = Both.of(database, true);

        both.order("ann", "new");

        try (Session session = both.sessions.open()) {
            assertThat(session.count(select(ORDER))).isEqualTo(1);
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
        assertThat(both.sessions.recoverTwoPhase(Duration.ZERO)).isEmpty();
    }

    @DatabaseTest
    void aTableBindTakesItsEntityAlong(TestDatabase database) {
        Model model = Shop.model();
        Engine other = database.another().engine();
        SessionFactory sessions = SessionFactory.builder(database.engine(), model)
                .bind(model.mapper(COUNTRY).table(), other).build();
        sessions.createAll();

        sessions.inTransaction(session -> session.add(new Country("de", "Germany")));

        assertThat(other.hasTable("", "countries")).isTrue();
        assertThat(database.engine().hasTable("", "countries")).isFalse();
        try (Session session = sessions.open()) {
            assertThat(session.connection(COUNTRY).engine()).isSameAs(other);
            assertThat(session.require(COUNTRY, "de").currency()).isEqualTo("none");
        }
    }

    @DatabaseTest
    void aRouterChoosesByPurpose(TestDatabase database) {
        Engine other = database.another().engine();
        Model model = Shop.model();
        model.metadata().createAll(database.engine());
        model.metadata().createAll(other);
        List<String> requests = new ArrayList<>();
        SessionFactory sessions = SessionFactory.builder(database.engine(), model).router(request -> {
            requests.add(request.purpose() + " " + request.entity());
            return request.purpose() == RoutingRequest.Purpose.FLUSH ? other : null;
        }).build();

        sessions.inTransaction(session -> session.add(new User("ann")));

        try (Session session = sessions.open()) {
            assertThat(session.count(select(USER))).isZero();
            assertThat(session.all(select(USER.name))).isEmpty();
            assertThat(session.get(USER, 1)).isEmpty();
        }
        assertThat(requests).containsExactly("FLUSH User", "READ null", "READ User", "READ User");
        try (Session session = SessionFactory.of(other, model).open()) {
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void bindsThatContradictEachOtherAreRefused(TestDatabase database) {
        Model model = Shop.model();
        Engine other = database.another().engine();

        assertThatThrownBy(() -> SessionFactory.builder(database.engine(), model).bind(COUNTRY, database.engine())
                .bind(model.mapper(COUNTRY).table(), other).build()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Entity \"Country\" is bound to " + database.engine()
                        + ", but its table \"countries\" to " + other + ". Remove one of the binds.");
        assertThatThrownBy(() -> SessionFactory.builder(database.engine(), model).bind(Runnable.class, other))
                .hasMessage("No entity of the model is a \"Runnable\". Bind a class of the model, a superclass or an"
                        + " interface of its entities.");
    }

    @DatabaseTest
    void databasesOfDifferentProductsWorkTogether(TestDatabase database) {
        try (Engine memory = Engine.create("jdbc:h2:mem:binds_" + System.nanoTime() + ";DB_CLOSE_DELAY=-1")) {
            SessionFactory sessions = SessionFactory.builder(database.engine(), Shop.model()).bind(ORDER, memory)
                    .bind(ORDER_LINE, memory).bind(ITEM, memory).build();
            sessions.createAll();

            sessions.inTransaction(session -> {
                Order order = new Order("new");
                order.user(new User("ann"));
                session.addAll(List.of(order, new Order("second")));
            });

            try (Session session = sessions.open()) {
                Order order = session.one(select(ORDER).where(ORDER.status.eq("new")));
                assertThat(order.user().name()).isEqualTo("ann");
                order.user().name("eva");
                order.status("paid");
                session.commit();
                assertThat(session.one(select(USER)).name()).isEqualTo("eva");
                assertThat(order.user().orders()).containsExactly(order);
                session.delete(order);
                session.delete(order.user());
                session.commit();
                assertThat(session.count(select(USER))).isZero();
                assertThat(session.all(select(ORDER.status))).containsExactly("second");
            }
        }
    }
}
