package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Sessions that load relationships by one strategy unless a statement says otherwise. */
class FactoryLoadingTest {

    private static SessionFactory raising(Engine engine, StatementLog statements, Loading strategy) {
        return Filled.shop(engine, statements).toBuilder().loadAll(strategy).build().toBuilder().build();
    }

    private static void isRefused(Runnable access) {
        assertThatThrownBy(access::run).isInstanceOf(LazyLoadException.class);
    }

    @DatabaseTest
    void whatNoStatementLoadsIsRefused(Engine engine, StatementLog statements) {
        try (Session session = raising(engine, statements, Loading.RAISE).open()) {
            User ann = session.all(select(USER).orderBy(USER.id)).get(0);
            isRefused(() -> assertThat(ann.addresses()).isEmpty());
            isRefused(ann::profile);
            assertThat(statements).hasCount(1);
            List<User> users = session.all(select(USER).where(USER.id.gt(1L)).options(selectIn(USER.addresses)));
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(users.get(0).addresses().get(0).user()).isSameAs(users.get(0));
            isRefused(() -> assertThat(users.get(0).groups()).isEmpty());
            session.detachAll();

            isRefused(() -> assertThat(session.require(USER, 1).addresses()).isEmpty());
            assertThat(session.require(USER, 2, selectIn(USER.addresses)).addresses()).hasSize(2);
            assertThat(session.require(USER, 3, loadAll(Loading.LAZY)).addresses()).hasSize(2);
            Address address = session.one(select(ADDRESS).where(ADDRESS.id.eq(1L)).options(joined(ADDRESS.user)));
            isRefused(() -> assertThat(address.user().addresses()).isEmpty());
            assertThat(session.all(select(USER).where(USER.id.eq(1L)).options(loadAll(Loading.BATCH)))).hasSize(1);
        }
    }

    @DatabaseTest
    void newObjectsAreOfTheFactoryToo(Engine engine, StatementLog statements) {
        try (Session session = raising(engine, statements, Loading.RAISE).open()) {
            User one = new User("one");
            User two = new User("two");
            session.addAll(List.of(one, two));
            session.commit();
            assertThat(one.name()).isEqualTo("one");
            isRefused(() -> assertThat(one.addresses()).isEmpty());
            session.delete(two);
            session.delete(session.require(USER, 1));
            session.commit();
            assertThat(session.count(select(ADDRESS))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void knownTargetsAreAllowedIfOnlyStatementsAreRefused(Engine engine, StatementLog statements) {
        try (Session session = raising(engine, statements, Loading.RAISE_ON_SQL).open()) {
            Address address = session.require(ADDRESS, 1);
            isRefused(address::user);
            User ann = session.require(USER, 1);
            assertThat(address.user()).isSameAs(ann);
        }
        try (Session session = raising(engine, statements, Loading.SELECT_IN).open()) {
            statements.clear();
            List<User> users = session.all(select(USER).orderBy(USER.id));
            int loaded = statements.count();
            assertThat(users.get(0).addresses()).hasSize(2);
            assertThat(users.get(0).groups()).hasSize(1);
            assertThat(statements).hasCount(loaded);
        }
    }
}
