package dev.rubedo.orm.inheritance.press;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.inheritance.press.Issue_.ISSUE;
import static dev.rubedo.orm.inheritance.press.Journal_.JOURNAL;
import static dev.rubedo.orm.inheritance.press.Publication_.PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.util.List;

/** Changed keys, bulk statements and loading of a hierarchy with several tables. */
class PressTest {

    private static final Model MODEL = Model.of(PUBLICATION, JOURNAL, ISSUE);

    private static SessionFactory open(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            for (int i = 1; i <= 4; i++) {
                Journal journal = new Journal("j" + i, "title " + i, i);
                journal.issues().add(new Issue("a" + i));
                session.add(journal);
            }
            session.add(new Publication("p1", "poster"));
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void aChangedKeyReachesEachTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            Journal journal = session.require(Journal.class, "j1");
            session.delete(journal.issues().get(0));
            session.flush();
            journal.code("n1").volume(7);
        });
        try (Session session = sessions.open()) {
            Journal journal = session.require(Journal.class, "n1");

            assertThat(journal.title()).isEqualTo("title 1");
            assertThat(journal.volume()).isEqualTo(7);
            assertThat(session.get(Publication.class, "j1")).isEmpty();
            session.delete(journal);
            session.flush();
            assertThat(session.get(Publication.class, "n1")).isEmpty();
        }
    }

    @DatabaseTest
    void relationshipsOfASubclassAreLoadedTogether(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Publication> all = session.all(select(PUBLICATION).orderBy(PUBLICATION.code));

            assertThat(all.stream().filter(Journal.class::isInstance)
                    .mapToInt(one -> ((Journal) one).issues().size()).sum()).isEqualTo(4);
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void anUpdateOfASubclassChangesItsRowsOnly(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Journal> journals = session.all(select(JOURNAL).orderBy(JOURNAL.code));

            assertThat(session.execute(update(JOURNAL).set(JOURNAL.title, "all")).rowCount()).isEqualTo(4);
            assertThat(session.execute(update(JOURNAL).set(JOURNAL.title, "two").where(JOURNAL.volume.eq(2)))
                    .rowCount()).isEqualTo(1);
            assertThat(session.execute(update(JOURNAL).set(JOURNAL.volume, JOURNAL.volume.plus(10))
                    .where(JOURNAL.title.eq("two"))).rowCount()).isEqualTo(1);
            assertThat(session.execute(update(JOURNAL).set(JOURNAL.volume, 0).where(JOURNAL.volume.eq(3))).rowCount())
                    .isEqualTo(1);
            assertThat(session.execute(update(JOURNAL).set(JOURNAL.title, "ex").where(
                    JOURNAL.issues.any(ISSUE.name.eq("a4")))).rowCount()).isEqualTo(1);

            assertThat(journals).extracting(Journal::title).containsExactly("all", "two", "all", "ex");
            assertThat(journals).extracting(Journal::volume).containsExactly(1, 12, 0, 4);
            assertThat(session.all(select(PUBLICATION.title).orderBy(PUBLICATION.code))).containsExactly("all", "two",
                    "all", "ex", "poster");
        }
    }

    @DatabaseTest(only = "sqlite")
    void theOtherTablesAreReadByExists(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.execute(update(JOURNAL).set(JOURNAL.title, "two").where(JOURNAL.volume.eq(2)));
            session.execute(update(JOURNAL).set(JOURNAL.volume, 2).where(JOURNAL.title.eq("two")));
            session.execute(update(JOURNAL).set(JOURNAL.volume, 2).where(JOURNAL.volume.eq(1)));

            assertThat(statements).containsExactly("""
                    UPDATE publications SET title=? WHERE EXISTS (SELECT 1 FROM journals
                    WHERE journals.code = publications.code AND journals.volume = ?)
                    """, """
                    UPDATE journals SET volume=? WHERE EXISTS (SELECT 1 FROM publications
                    WHERE publications.code = journals.code AND publications.title = ?)
                    """, """
                    UPDATE journals SET volume=? WHERE journals.volume = ?
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatOneTableCannotDoIsRefused(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThatThrownBy(() -> session.execute(update(JOURNAL).set(JOURNAL.title, "x").set(JOURNAL.volume, 1)
                    .where(JOURNAL.title.eq("y"), JOURNAL.volume.eq(2)))).isInstanceOf(InvalidStatementException.class)
                    .hasMessage("The UPDATE of \"Journal\" sets columns of several tables (publications, journals) that"
                            + " its condition reads, so the second statement would not find the rows of the first."
                            + " Use one UPDATE for each, or change the objects.");
            assertThatThrownBy(() -> session.execute(update(JOURNAL).set(JOURNAL.title, JOURNAL.volume.cast(
                    Types.string(10))))).isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("\"title\" is set to a value from another table");
            assertThatThrownBy(() -> session.execute(update(JOURNAL).set(JOURNAL.title, "x").returning(JOURNAL.title)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("no WITH, FROM, RETURNING or clause of a dialect");
            assertThatThrownBy(() -> session.execute(deleteFrom(JOURNAL).returning(JOURNAL.title)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "\"Journal\" is stored in several tables (publications, journals). Insert its rows with"
                                    + " bulkInsert(...) of a session or as objects. A session deletes its rows in all"
                                    + " tables, by a DELETE without WITH, USING and RETURNING.");
        }
    }
}
