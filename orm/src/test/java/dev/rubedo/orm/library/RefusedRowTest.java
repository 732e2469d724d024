package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** Rows that cannot be deleted: the error names the relationship that refers to them. */
class RefusedRowTest {

    @DatabaseTest
    void aRowOfAJoinTableRefersToIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.favourites().add(new Book("one"));
            session.add(ann);
        });
        try (Session session = sessions.open()) {
            session.delete(session.one(select(BOOK)));

            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class).hasMessageContaining(
                    "A row of \"Book\" is still referred to by \"Member.favourites\".");

            session.rollback();
            assertThat(session.count(select(BOOK))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aRowOfASubclassRefersToIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Disc copy = new Disc("copy");
            copy.copyOf(new Tape("original"));
            session.add(copy);
        });
        try (Session session = sessions.open()) {
            session.delete(session.one(select(Tape_.TAPE)));

            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class).hasMessageContaining(
                    "A row of \"Media\" is still referred to by \"Disc.copyOf\".");
        }
    }
}
