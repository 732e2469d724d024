package dev.rubedo.cache;

import static dev.rubedo.cache.Author_.AUTHOR;
import static dev.rubedo.cache.Story_.STORY;
import static dev.rubedo.orm.Orm.fromCache;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Queries whose rows come from a region. */
class CacheRegionTest {

    private final CacheRegion region = CacheRegion.of("authors");
    private final Select<Author> authors = select(AUTHOR).orderBy(AUTHOR.name).options(fromCache(region));

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (var name : List.of("Ann", "Bob")) {
                var author = new Author(name);
                author.stories().add(new Story("One of " + name));
                author.stories().add(new Story("Two of " + name));
                session.add(author);
            }
        });
        statements.clear();
        return sessions;
    }

    private List<String> names(SessionFactory sessions) {
        return read(sessions, session -> session.all(authors).stream().map(Author::name).toList());
    }

    private static <T> List<T> list(SessionFactory sessions, Function<Session, List<T>> work) {
        return read(sessions, work);
    }

    private List<String> cached(Engine engine, Statement<String> query) {
        return engine.fromTransaction(connection -> connection.all(query, ExecuteOption.fromCache(region)));
    }

    private static <T> T read(SessionFactory sessions, Function<Session, T> work) {
        try (var session = sessions.open()) {
            return work.apply(session);
        }
    }

    @DatabaseTest
    void aSecondSessionNeedsNoStatement(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThat(names(sessions)).containsExactly("Ann", "Bob");
        assertThat(names(sessions)).containsExactly("Ann", "Bob");

        assertThat(statements).hasCount(1);
        assertThat(region.statistics()).isEqualTo(new CacheStatistics(1, 1, 0, 0));
    }

    @DatabaseTest
    void objectsOfTheCacheBelongToTheirSession(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var first = read(sessions, session -> session.all(authors).get(0));

        sessions.inTransaction(session -> {
            var second = session.all(authors).get(0);
            assertThat(second).isNotSameAs(first).isSameAs(session.require(AUTHOR, second.id()));
            second.name("Zoe");
        });

        assertThat(first.name()).isEqualTo("Ann");
        assertThat(names(sessions)).containsExactly("Bob", "Zoe");
    }

    @DatabaseTest
    void anObjectOfTheSessionKeepsItsValues(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);

        String name = read(sessions, session -> {
            var author = session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann")));
            author.name("Changed");
            session.withoutAutoflush(() -> session.all(authors));
            return author.name();
        });

        assertThat(name).isEqualTo("Changed");
    }

    @DatabaseTest
    void otherValuesAreAnotherQuery(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        for (var name : List.of("Ann", "Bob", "Ann", "Bob")) {
            assertThat(read(sessions, session -> session.one(select(AUTHOR).where(AUTHOR.name.eq(name))
                    .options(fromCache(region)))).name()).isEqualTo(name);
        }
        for (var name : List.of("Ann", "Bob", "Ann", "Bob")) {
            assertThat(read(sessions, session -> session.execute(select(AUTHOR).where(AUTHOR.name.eq(bind("name",
                    Types.STRING))).options(fromCache(region)), Map.of("name", name)).one()).name()).isEqualTo(name);
        }
        for (var names : List.of(List.of("Ann"), List.of("Ann", "Bob"), List.of("Ann"))) {
            assertThat(list(sessions, session -> session.all(select(AUTHOR.name).where(AUTHOR.name.in(names))
                    .orderBy(AUTHOR.name).options(fromCache(region))))).isEqualTo(names);
        }

        // a parameter without a length is another query than one of the column's type
        assertThat(statements).hasCount(6);
    }

    @DatabaseTest
    void whatIsLoadedRightAfterTheRowsIsCachedToo(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var strategies = List.of(selectIn(AUTHOR.stories), joined(AUTHOR.stories), subquery(AUTHOR.stories));

        for (var strategy : strategies) {
            for (int i = 0; i < 3; i++) {
                assertThat(list(sessions, session -> session.all(authors.options(strategy)).stream()
                        .flatMap(author -> author.stories().stream()).map(Story::title).toList()))
                        .containsExactly("One of Ann", "Two of Ann", "One of Bob", "Two of Bob");
            }
        }

        assertThat(statements).hasCount(4);
    }

    @DatabaseTest
    void whatIsLoadedOnAccessComesFromTheDatabase(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);
        statements.clear();

        int stories = read(sessions, session -> session.all(authors).get(0).stories().size());

        assertThat(stories).isEqualTo(2);
        assertThat(statements).hasCount(1);
    }

    @DatabaseTest
    void aFlushForgetsTheRowsOfItsTablesWhenItIsCommitted(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);

        sessions.inTransaction(session -> session.add(new Author("Cid")));
        assertThat(names(sessions)).containsExactly("Ann", "Bob", "Cid");

        sessions.inTransaction(session -> session.execute(deleteFrom(AUTHOR).where(AUTHOR.name.eq("Cid"))));
        assertThat(names(sessions)).containsExactly("Ann", "Bob");
    }

    @DatabaseTest
    void changesOfOtherTablesLeaveRowsAlone(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);

        sessions.inTransaction(session -> session.one(select(STORY).where(STORY.title.eq("One of Ann")))
                .title("Renamed"));
        statements.clear();

        assertThat(names(sessions)).containsExactly("Ann", "Bob");
        assertThat(statements).isEmpty();
    }

    @DatabaseTest
    void aRollbackLeavesRowsAlone(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);

        read(sessions, session -> {
            session.add(new Author("Cid"));
            session.flush();
            assertThat(session.all(authors)).as("its own changes").hasSize(3);
            session.rollback();
            return session;
        });
        statements.clear();

        assertThat(names(sessions)).containsExactly("Ann", "Bob");
        assertThat(statements).isEmpty();
        assertThat(region.statistics().bypasses()).isEqualTo(1);
    }

    @DatabaseTest
    void textThatChangesSomethingForgetsEverything(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        names(sessions);

        engine.inTransaction(
                connection -> connection.execute(text("UPDATE authors SET name = 'Eve' WHERE name = 'Bob'")));
        assertThat(names(sessions)).containsExactly("Ann", "Eve");

        engine.inTransaction(connection -> connection.executeDriverSql(
                "UPDATE authors SET name = 'Bob' WHERE name = 'Eve'", List.of()));
        assertThat(names(sessions)).containsExactly("Ann", "Bob");
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void textThatReturnsWhatItChangesForgetsEverythingToo(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var name = Model.of(AUTHOR, STORY).mapper(Author.class).table().column("name", String.class);
        names(sessions);

        engine.inTransaction(connection -> assertThat(connection.all(
                text("UPDATE authors SET name = 'Eve' WHERE name = 'Bob' RETURNING name"))).hasSize(1));
        assertThat(names(sessions)).containsExactly("Ann", "Eve");

        var declared = text("/* back */ UPDATE authors SET name = 'Bob' WHERE name = 'Eve' RETURNING name")
                .columns(name);
        engine.inTransaction(connection -> assertThat(connection.all(declared)).hasSize(1));
        assertThat(names(sessions)).containsExactly("Ann", "Bob");
        assertThatThrownBy(() -> cached(engine, declared)).hasMessageContaining("changes rows");
    }

    @DatabaseTest
    void columnsByNameAreOtherRowsThanColumns(Engine engine, StatementLog statements) {
        filled(engine, statements);
        var table = Model.of(AUTHOR, STORY).mapper(Author.class).table();
        var id = table.column("id", Long.class);
        var name = table.column("name", String.class);
        var query = text("SELECT name, id FROM authors ORDER BY id");

        for (int time = 1; time <= 2; time++) {
            try (var connection = engine.connect()) {
                var option = ExecuteOption.fromCache(region);
                assertThat(connection.execute(query.columnsByName(id, name), option).rows().all().get(0).get(name))
                        .isEqualTo("Ann");
                assertThat(connection.execute(query.columns(name, id), option).rows().all().get(0).get(name))
                        .isEqualTo("Ann");
                assertThat(connection.execute(query.columnsByName(name, id), option).rows().all().get(0).get(name))
                        .isEqualTo("Ann");
            }
        }
    }

    @DatabaseTest(except = "sqlite")
    void whoWroteBeforeTheRegionKnewTheEngineIsNoticed(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        try (var early = sessions.open()) {
            early.add(new Author("Cid"));
            early.flush();
            assertThat(names(sessions)).containsExactly("Ann", "Bob");
            early.commit();
        }
        assertThat(names(sessions)).containsExactly("Ann", "Bob", "Cid");
    }

    @DatabaseTest
    void aConditionOfTheSessionIsPartOfTheQuery(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        for (var name : List.of("Ann", "Bob", "Ann")) {
            assertThat(list(sessions, session -> session.all(authors
                    .options(withCriteria(AUTHOR, author -> author.name.eq(name)))))).hasSize(1)
                    .allMatch(author -> author.name().equals(name));
        }
        assertThat(statements).hasCount(2);
    }

    @DatabaseTest
    void rowsOfTablesAreCachedWithoutTheOrm(Engine engine, StatementLog statements) {
        filled(engine, statements);
        var table = Model.of(AUTHOR, STORY).mapper(Author.class).table();
        var query = Sql.select(table.column("name", String.class)).orderBy(table.column("name"));

        for (int i = 0; i < 3; i++) {
            assertThat(cached(engine, query))
                    .containsExactly("Ann", "Bob");
        }
        assertThat(statements).hasCount(1);
    }

    @DatabaseTest
    void textWithColumnsIsCached(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var name = Model.of(AUTHOR, STORY).mapper(Author.class).table().column("name", String.class);
        var query = text("SELECT id, name FROM authors ORDER BY name").columnsByName(name);

        for (int i = 0; i < 3; i++) {
            assertThat(cached(engine, query))
                    .containsExactly("Ann", "Bob");
        }
        assertThat(statements).hasCount(1);

        sessions.inTransaction(session -> session.add(new Author("Cid")));
        assertThat(cached(engine, query)).hasSize(3);
    }

    @DatabaseTest
    void rowsAreForgottenWhenTheirTimeHasPassedOrOnRequest(Engine engine, StatementLog statements)
            throws InterruptedException {
        var sessions = filled(engine, statements);
        var brief = CacheRegion.named("brief").timeToLive(Duration.ofMillis(1)).build();
        for (int i = 0; i < 2; i++) {
            read(sessions, session -> session.all(select(AUTHOR).options(fromCache(brief))));
            Thread.sleep(5);
        }
        assertThat(statements).hasCount(2);

        statements.clear();
        names(sessions);
        region.invalidate();
        names(sessions);
        region.invalidate(Model.of(AUTHOR, STORY).mapper(Author.class).table());
        names(sessions);
        region.invalidate(Model.of(AUTHOR, STORY).mapper(Story.class).table());
        names(sessions);
        assertThat(statements).hasCount(3);
    }

    @DatabaseTest
    void whatCannotComeFromACacheIsRefused(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThatThrownBy(() -> read(sessions, session -> session.require(AUTHOR, 1L, fromCache(region))))
                .hasMessageContaining("fromCache");
        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(text("SELECT 1"),
                ExecuteOption.fromCache(region)))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("declare the columns");
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void aQueryThatLocksRowsIsRefused(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThatThrownBy(() -> read(sessions, session -> session.all(authors.forUpdate())))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("locks rows");
    }
}
