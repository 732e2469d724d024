package dev.rubedo.orm.deferred;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.Orm.undefer;
import static dev.rubedo.orm.Orm.undeferAll;
import static dev.rubedo.orm.Orm.undeferGroup;
import static dev.rubedo.orm.deferred.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.deferred.Author.Address;
import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Attributes that queries leave out, by the mapping or by an option. */
class DeferredTest {

    private static final Address HOME = new Address("Main Street", "Springfield");

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(AUTHOR);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.addAll(List.of(author("Ann"), author("Bob"), author("Cid"))));
        statements.clear();
        return sessions;
    }

    private static Author author(String name) {
        return new Author(name).biography("Once upon a time").photo(new byte[]{1}).signature(new byte[]{2})
                .secret("s").address(HOME);
    }

    @DatabaseTest(only = "sqlite")
    void queriesLeaveDeferredAttributesOut(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session.all(select(AUTHOR).orderBy(AUTHOR.id)).get(0);

            assertThat(author.biography()).isEqualTo("Once upon a time");
            assertThat(author.address()).isEqualTo(HOME);
            assertThat(author.loudName()).isEqualTo("ANN");
            assertThat(statements).containsExactly(
                    """
                    SELECT author.id, author.name FROM author ORDER BY author.id
                    """, """
                    SELECT author.biography FROM author WHERE author.id = ?
                    """, """
                    SELECT author.id, author.address_street, author.address_city FROM author WHERE author.id IN (?, ?, ?)
                    """, """
                    SELECT author.id, upper(author.name) AS loud_name FROM author WHERE author.id IN (?, ?, ?)
                    """);
        }
    }

    @DatabaseTest
    void allAttributesAreLoadedWithTheirEntity(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session.one(select(AUTHOR).where(AUTHOR.id.eq(1L)).options(undeferAll(AUTHOR)));

            assertThat(author.biography()).isEqualTo("Once upon a time");
            assertThat(author.photo()).containsExactly(1);
            assertThat(author.secret()).isEqualTo("s");
            assertThat(author.address()).isEqualTo(HOME);
            assertThat(author.loudName()).isEqualTo("ANN");
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aGroupIsLoadedTogether(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session.require(Author.class, 1L);
            statements.clear();

            assertThat(author.photo()).containsExactly(1);
            assertThat(author.signature()).containsExactly(2);
            assertThat(statements).containsExactly("""
                    SELECT author.photo, author.signature FROM author WHERE author.id = ?
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aQueryCanLoadThemAtOnce(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session
                    .all(select(AUTHOR).options(undefer(AUTHOR.biography, AUTHOR.secret, AUTHOR.loudName),
                            undeferGroup(AUTHOR, "images")))
                    .get(0);

            assertThat(author.biography()).isEqualTo("Once upon a time");
            assertThat(author.secret()).isEqualTo("s");
            assertThat(author.signature()).containsExactly(2);
            assertThat(author.loudName()).isEqualTo("ANN");
            assertThat(statements).containsExactly("""
                    SELECT author.id, author.name, author.biography, author.photo, author.signature, author.secret, \
                    upper(author.name) AS loud_name FROM author
                    """);
        }
    }

    @DatabaseTest
    void accessCanBeAnError(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session.require(Author.class, 1L);

            assertThatThrownBy(author::secret).isInstanceOf(LazyLoadException.class)
                    .hasMessage(
                            "\"secret\" of Author[id=1] is not loaded, and access to it is an error. Load it with the "
                                    + "query: .options(undefer(AUTHOR.secret)).");
            assertThat(session.one(select(AUTHOR).where(AUTHOR.id.eq(1L)).options(undefer(AUTHOR.secret))).secret())
                    .isEqualTo("s");
        }
    }

    @DatabaseTest
    void anAttributeThatIsAnErrorToReadCanBeSet(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.require(Author.class, 1L).secret("new"));

        sessions.inTransaction(session -> assertThat(session.one(select(AUTHOR.secret).where(AUTHOR.id.eq(1L))))
                .isEqualTo("new"));
    }

    @DatabaseTest(only = "sqlite")
    void anOptionOverridesTheMapping(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.all(select(AUTHOR).options(loadOnly(AUTHOR.biography)));
            session.all(select(AUTHOR).options(undefer(AUTHOR.biography), defer(AUTHOR.biography, AUTHOR.name)));
            session.all(select(AUTHOR).options(loadOnly(AUTHOR.name), undefer(AUTHOR.secret)));

            assertThat(statements).containsExactly("""
                    SELECT author.id, author.biography FROM author
                    """, """
                    SELECT author.id FROM author
                    """, """
                    SELECT author.id, author.name, author.secret FROM author
                    """);
        }
    }

    @DatabaseTest
    void whatAnOptionLeavesOutCanBeAnErrorToo(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author only = session.all(select(AUTHOR).where(AUTHOR.id.eq(1L)).options(loadOnly(AUTHOR.name).raising()))
                    .get(0);
            Author without = session.all(select(AUTHOR).where(AUTHOR.id.eq(2L)).options(defer(AUTHOR.name).raising()))
                    .get(0);

            assertThat(only.name()).isEqualTo("Ann");
            assertThatThrownBy(only::biography).isInstanceOf(LazyLoadException.class);
            assertThatThrownBy(without::name).isInstanceOf(LazyLoadException.class);
            assertThat(without.biography()).isEqualTo("Once upon a time");
        }
    }

    @DatabaseTest(only = "sqlite")
    void mistakenOptionsAreRefused(Engine engine, StatementLog statements) {
        assertThatThrownBy(() -> undeferGroup(AUTHOR, "pictures"))
                .hasMessage("Entity \"Author\" has no deferred group \"pictures\". Its groups are [address, images].");
        assertThatThrownBy(() -> undefer(AUTHOR.name).raising()).isInstanceOf(IllegalStateException.class);
    }

    @DatabaseTest(only = "sqlite")
    void refreshingLeavesThemToTheNextAccess(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Author author = session.require(Author.class, 1L);
            assertThat(author.biography()).isNotNull();
            session.connection().execute(text("UPDATE author SET biography = 'Changed'"));

            session.refresh(author);

            assertThat(InstanceState.of(author).unloaded()).contains("biography");
            assertThat(author.biography()).isEqualTo("Changed");
        }
    }

    @DatabaseTest
    void anUnchangedDeferredAttributeIsNotWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.require(Author.class, 1L).name("Eve"));

        sessions.inTransaction(session -> {
            Author author = session.require(Author.class, 1L);
            assertThat(author.name()).isEqualTo("Eve");
            assertThat(author.biography()).isEqualTo("Once upon a time");
        });
    }

    @DatabaseTest
    void afterTheSessionTheyCannotBeLoaded(Engine engine, StatementLog statements) {
        Author author = open(engine, statements).fromTransaction(session -> session.require(Author.class, 1L));

        assertThatThrownBy(author::biography).isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("undefer(AUTHOR.biography)");
    }
}
