package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.forUpdate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Options that do not apply to a statement are rejected. */
class StatementOptionTest {

    @DatabaseTest(only = "sqlite")
    void anOptionOfGetMeansNothingToAQuery(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            assertThatThrownBy(() -> session.all(select(USER).options(forUpdate())))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("belong to get(...)");
            assertThatThrownBy(() -> session.all(select(USER).options(expectVersion(1))))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("belong to get(...)");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aLoaderOptionStandsOnASelect(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            assertThatThrownBy(() -> session.execute(
                    update(USER).set(USER.name, "x").options(selectIn(USER.addresses))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "Loader options apply to a select(...), not to a compound of several or a statement that changes rows.");
        }
    }

    @DatabaseTest(only = "sqlite")
    void anOptionOnAPartOfAStatementIsRefused(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            var part = select(ADDRESS.userId);
            // a plan that is kept is not used for the statement with the option
            assertThat(session.all(select(USER.id).where(USER.id.in(part)))).isEmpty();

            assertThatThrownBy(() -> session.all(select(USER.id).where(USER.id.in(
                    part.options(withCriteria(ADDRESS, address -> address.id.gt(1L)))))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("is set on a part of a statement");
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsAreCountedWithWhateverIsLoadedWithThem(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        try (Session session = sessions.open()) {
            var query = select(USER).options(joined(USER.addresses), withCriteria(USER, user -> user.name.ne("jo")));

            assertThat(session.count(query)).isEqualTo(1);
            assertThat(session.exists(query)).isTrue();
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsThatChangeTwoColumnsInTurnAreTwoBatches(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> List.of("a", "b", "c", "d").forEach(name -> session.add(new User(name))));
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            statements.clear();
            for (int i = 0; i < users.size(); i++) {
                if (i % 2 == 0) {
                    users.get(i).age(i);
                } else {
                    users.get(i).name("n" + i);
                }
            }
            session.flush();

            assertThat(statements).containsExactly("UPDATE users SET name=? WHERE users.id = ?",
                    "UPDATE users SET age=? WHERE users.id = ?");
            assertThat(statements).statement(0).hasBatch(List.of("n1", 2L), List.of("n3", 4L));
            assertThat(statements).statement(1).hasBatch(List.of(0, 1L), List.of(2, 3L));
        }
    }
}
