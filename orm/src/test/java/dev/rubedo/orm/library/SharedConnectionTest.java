package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.function.Consumer;

/** Sessions whose connection the program ends or closes behind their back. */
class SharedConnectionTest {

    @DatabaseTest
    void whatWasRolledBackOnTheConnectionIsNotTakenForCommitted(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book lost = new Book("lost");
            session.add(lost);
            session.flush();
            session.connection().rollback();
            session.add(new Book("later"));

            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                    .hasMessageStartingWith("The transaction in which this session wrote was rolled back");

            session.rollback();
            assertThat(InstanceState.of(lost).isTransient()).isTrue();
            assertThat(session.all(select(BOOK))).isEmpty();
            session.add(lost);
            session.commit();
            assertThat(session.all(select(BOOK))).containsExactly(lost);
        }
    }

    @DatabaseTest
    void whatWasCommittedOnTheConnectionStays(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            session.add(new Book("one"));
            session.flush();
            session.connection().commit();
            session.add(new Book("two"));
            session.commit();

            assertThat(session.count(select(BOOK))).isEqualTo(2);
        }
    }

    @DatabaseTest
    void whatWasRolledBackAfterACommitOnTheConnectionIsNotCommitted(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            session.add(new Book("one"));
            session.flush();
            session.connection().commit();
            session.add(new Book("two"));
            session.flush();
            session.connection().rollback();

            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                    .hasMessageStartingWith("The transaction in which this session wrote was rolled back");

            session.rollback();
            assertThat(session.all(select(BOOK.title))).containsExactly("one");
        }
    }

    @DatabaseTest
    void rowsThatAreLostOnTheConnectionAreNotCommitted(Engine engine, StatementLog statements) {
        List<Values> rows = List.of(Values.EMPTY.set(BOOK.id, 7L).set(BOOK.title, "lost"));
        List<Consumer<Session>> writes = List.of(session -> session.bulkInsert(BOOK, rows),
                session -> session.upsert(BOOK, rows), session -> session.bulkSave(List.of(new Book("lost"))),
                session -> session.execute(insertInto(BOOK).values(BOOK.title, "lost")));
        SessionFactory sessions = Library.open(engine, statements);
        for (Consumer<Session> write : writes) {
            try (Session session = sessions.open()) {
                write.accept(session);
                session.connection().rollback();

                assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                        .hasMessageStartingWith("The transaction in which this session wrote was rolled back");
            }
        }
    }

    @DatabaseTest
    void aSessionIsUsableAfterItsConnectionWasClosed(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book book = new Book("one");
            session.add(book);
            session.flush();
            session.connection().close();
            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                    .hasMessageStartingWith("The transaction in which this session wrote was rolled back");

            session.rollback();

            session.add(book);
            session.commit();
            assertThat(session.all(select(BOOK))).containsExactly(book);
        }
    }
}
