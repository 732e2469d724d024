package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.immediate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.noLoad;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.raiseOnSql;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The number of statements of each strategy, for each kind of relationship: with the query, and after access. */
class LoaderStrategyTest {

    private static final int OWNERS = 3;

    /** A relationship, and how its targets are read. */
    private record Kind<E>(EntityPath<E> owner, Function<Strategy, LoaderOption<?, ?>> option,
            Function<E, @Nullable Object> read, int targets) {

        static <E, T> Kind<E> ofMany(EntityPath<E> owner, ToMany<E, T> relationship, Function<E, Collection<T>> read,
                int targets) {
            return new Kind<>(owner, strategy -> strategy.many().apply(relationship), read::apply, targets);
        }

        static <E, T> Kind<E> ofOne(EntityPath<E> owner, ToOne<E, T> relationship, Function<E, @Nullable T> read) {
            return new Kind<>(owner, strategy -> strategy.one().apply(relationship), read::apply, 1);
        }
    }

    private record Strategy(String name, Function<ToMany<?, ?>, LoaderOption<?, ?>> many,
            Function<ToOne<?, ?>, LoaderOption<?, ?>> one) {}

    private static final List<Kind<?>> KINDS = List.of(
            Kind.ofMany(USER, USER.addresses, User::addresses, 2),
            Kind.ofMany(USER, USER.groups, User::groups, 1),
            Kind.ofOne(USER, USER.profile, User::profile),
            Kind.ofOne(ADDRESS, ADDRESS.user, Address::user));

    private static void forEachKind(Engine engine, StatementLog statements, Strategy strategy, int withQuery,
            int afterAccess) {
        SessionFactory sessions = Filled.shop(engine, statements);
        for (Kind<?> kind : KINDS) {
            count(sessions, statements, strategy, kind, withQuery, afterAccess);
        }
    }

    private static <E> void count(SessionFactory sessions, StatementLog statements, Strategy strategy, Kind<E> kind,
            int withQuery, int afterAccess) {
        LoaderOption<?, ?> option = kind.option().apply(strategy);
        try (Session session = sessions.open()) {
            statements.clear();
            List<E> owners = session.all(select(kind.owner()).options(option));
            assertThat(statements.texts()).as(option.toString()).hasSize(withQuery);

            owners.forEach(owner -> {
                Object targets = kind.read().apply(owner);
                assertThat(targets).as(option.toString()).isNotNull();
                if (targets instanceof Collection<?> collection) {
                    assertThat(collection).as(option.toString()).hasSize(kind.targets());
                }
            });
            assertThat(statements.texts()).as(option.toString()).hasSize(afterAccess);
        }
    }

    @DatabaseTest
    void joinedLoadsWithTheQuery(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("joined", many -> joined(many), one -> joined(one)), 1, 1);
    }

    @DatabaseTest
    void selectInLoadsByOneMoreStatement(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("selectIn", many -> selectIn(many), one -> selectIn(one)), 2, 2);
    }

    @DatabaseTest
    void selectInLoadsByOneStatementForEachChunkOfKeys(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("selectIn", many -> selectIn(many).chunkSize(2),
                one -> selectIn(one).chunkSize(2)), 3, 3);
    }

    @DatabaseTest
    void subqueryLoadsByOneMoreStatement(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("subquery", many -> subquery(many), one -> subquery(one)), 2, 2);
    }

    @DatabaseTest
    void immediateLoadsByOneStatementForEachOwner(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("immediate", many -> immediate(many), one -> immediate(one)),
                1 + OWNERS, 1 + OWNERS);
    }

    @DatabaseTest
    void batchLoadsByOneStatementOnFirstAccess(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("batch", many -> batch(many), one -> batch(one)), 1, 2);
    }

    @DatabaseTest
    void lazyLoadsByOneStatementForEachOwnerOnAccess(Engine engine, StatementLog statements) {
        forEachKind(engine, statements, new Strategy("lazy", many -> lazy(many), one -> lazy(one)), 1, 1 + OWNERS);
    }

    @DatabaseTest
    void raiseForbidsAccessEvenIfTheSessionHasTheTarget(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.all(select(USER));
            Address address = session.all(select(ADDRESS).options(raise(ADDRESS.user))).get(0);

            assertThatThrownBy(address::user).isInstanceOf(LazyLoadException.class).hasMessage(
                    "\"Address.user\" of Address[id=1] is not loaded, and raise(...) forbids loading it on access. "
                            + "Load it with the query by selectIn(...).");
        }
    }

    @DatabaseTest
    void raiseForbidsAccessToACollection(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User user = session.all(select(USER).options(raise(USER.groups), raise(USER.profile))).get(0);

            assertThatThrownBy(() -> user.groups().size()).isInstanceOf(LazyLoadException.class);
            assertThatThrownBy(user::profile).isInstanceOf(LazyLoadException.class);
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void raiseOnSqlForbidsOnlyStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        try (Session session = sessions.open()) {
            User user = session.all(select(USER).options(raiseOnSql(USER.addresses))).get(0);
            Address address = session.all(select(ADDRESS).options(raiseOnSql(ADDRESS.user))).get(0);

            assertThat(address.user()).isSameAs(user);
            assertThatThrownBy(() -> user.addresses().size()).isInstanceOf(LazyLoadException.class)
                    .hasMessageContaining("raiseOnSql(...) forbids");
        }
        try (Session session = sessions.open()) {
            Address address = session.all(select(ADDRESS).options(raiseOnSql(ADDRESS.user))).get(0);

            assertThatThrownBy(address::user).isInstanceOf(LazyLoadException.class);
        }
    }

    @DatabaseTest
    void whatIsNotLoadedIsEmpty(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).options(noLoad(USER.addresses), noLoad(USER.profile)));
            List<Address> addresses = session.all(select(ADDRESS).options(noLoad(ADDRESS.user)));

            assertThat(users).allSatisfy(user -> {
                assertThat(user.addresses()).isEmpty();
                assertThat(user.profile()).isNull();
            });
            assertThat(addresses).allSatisfy(address -> assertThat((Object) address.user()).isNull());
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void whatIsAddedToAnUnloadedCollectionIsSaved(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        sessions.inTransaction(session -> {
            User ann = session.all(select(USER).where(USER.name.eq("ann")).options(noLoad(USER.addresses))).get(0);
            ann.addresses().add(new Address("ann@sea"));
        });

        try (Session session = sessions.open()) {
            User ann = session.require(USER, 1);
            assertThat(ann.addresses()).extracting(Address::email)
                    .containsExactly("ann@home", "ann@work", "ann@sea");
        }
    }
}
