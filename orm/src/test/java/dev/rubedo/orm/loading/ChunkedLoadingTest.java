package dev.rubedo.orm.loading;

import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.result.Result;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Large results that are read some rows at a time, with what is loaded for these. */
class ChunkedLoadingTest {

    private static SessionFactory users(Engine engine, StatementLog statements, int count) {
        SessionFactory sessions = Filled.shop(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 4; i <= count; i++) {
                User user = new User("u" + i);
                user.addresses().add(new Address("u" + i + "@example.org"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void aCollectionIsLoadedForEachChunk(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 7).open()) {
            Iterator<List<User>> chunks = session
                    .execute(select(USER).orderBy(USER.id).options(selectIn(USER.addresses)), yieldPer(3))
                    .partitions().iterator();

            List<User> first = chunks.next();
            assertThat(statements).hasCount(2);
            assertThat(first).hasSize(3).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(chunks.next()).hasSize(3).allSatisfy(user -> assertThat(user.addresses()).hasSize(1));
            assertThat(statements).hasCount(3);
            assertThat(chunks.next()).extracting(User::name).containsExactly("u7");
            assertThat(chunks.hasNext()).isFalse();
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest
    void aStreamAndAListReadTheSame(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 7).open();
                Stream<User> stream = session.stream(select(USER).orderBy(USER.id).options(selectIn(USER.addresses)),
                        yieldPer(2))) {
            List<String> streamed = stream.map(User::name).toList();
            assertThat(statements).hasCount(5);
            session.detachAll();
            List<User> all = session.execute(select(USER).orderBy(USER.id).options(selectIn(USER.addresses)),
                    yieldPer(2)).all();

            assertThat(streamed).hasSize(7).isEqualTo(all.stream().map(User::name).toList());
            assertThat(statements).hasCount(10);
        }
    }

    @DatabaseTest
    void laterAccessLoadsForTheObjectsOfOneChunk(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 6).open()) {
            List<Integer> sizes = new ArrayList<>();
            for (User user : session.execute(select(USER).orderBy(USER.id), yieldPer(3))) {
                sizes.add(user.addresses().size());
            }
            assertThat(sizes).containsExactly(2, 2, 2, 1, 1, 1);
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void rowsWithEntitiesAndValuesAreReadInChunksToo(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 5).open()) {
            List<String> rows = new ArrayList<>();
            session.execute(select(USER, ADDRESS.email).join(USER.addresses).where(USER.id.gt(3L)).orderBy(USER.id)
                    .options(selectIn(USER.addresses)), yieldPer(1)).map(
                            row -> row.get(USER).addresses().size()
                                    + row.get(ADDRESS.email))
                    .forEach(rows::add);
            assertThat(rows).containsExactly("1u4@example.org", "1u5@example.org");
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void aResultThatIsClosedEarlyLoadsNoMore(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 7).open()) {
            Result<User> result = session.execute(select(USER).orderBy(USER.id).options(selectIn(USER.addresses)),
                    yieldPer(2));
            Iterator<User> users = result.iterator();
            users.next();
            assertThat(result.isClosed()).isFalse();
            result.close();

            assertThat(result.isClosed()).isTrue();
            assertThat(statements).hasCount(2);
            assertThat(session.all(select(USER.id))).hasSize(7);
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatNeedsAllRowsIsRefused(Engine engine, StatementLog statements) {
        try (Session session = users(engine, statements, 4).open()) {
            assertThatThrownBy(() -> session.execute(select(USER).options(joined(USER.addresses)), yieldPer(2)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("yieldPer(2) reads rows in chunks, but the query loads a collection by a join, so "
                            + "an owner has several rows. Load it with selectIn(...), or remove yieldPer.");
            assertThatThrownBy(() -> session.execute(select(USER).options(subquery(USER.addresses)), yieldPer(2)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("loads a relationship by a subquery that repeats it");
            assertThat(session.execute(select(ADDRESS).options(joined(ADDRESS.user)), yieldPer(2)).all()).hasSize(7);
        }
    }
}
