package dev.rubedo.orm.inheritance.archive;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.inheritance.archive.Booklet_.BOOKLET;
import static dev.rubedo.orm.inheritance.archive.Paper_.PAPER;
import static dev.rubedo.orm.inheritance.archive.Volume_.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** A hierarchy whose discriminator is an expression. */
class ArchiveTest {

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(PAPER, BOOKLET, VOLUME);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session
                .addAll(List.of(new Paper("note", 1), new Booklet("menu", 4), new Volume("opus", 300, "leather"))));
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void anExpressionDeterminesTheClassOfARow(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            List<Paper> all = session.all(select(PAPER).orderBy(PAPER.id));
            assertThat(all).extracting(Object::getClass).containsExactly((Class) Paper.class, Booklet.class,
                    Volume.class);
            assertThat(all).extracting(Paper::kind).containsExactly("sheet", "booklet", "book");
            assertThat(((Volume) all.get(2)).binding()).isEqualTo("leather");
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(BOOKLET))).extracting(Paper::title).containsExactly("menu");
            assertThat(session.all(select(VOLUME.binding).where(VOLUME.kind.eq("book")))).containsExactly("leather");
            Long id = session.all(select(BOOKLET.id)).get(0);
            assertThat(session.require(Paper.class, id)).isInstanceOf(Booklet.class);
            assertThat(session.get(Volume.class, id)).isEmpty();
        }
    }

    @DatabaseTest
    void statementsChangeTheRowsOfWhichTheExpressionIsTheClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.execute(update(BOOKLET).set(BOOKLET.title, "card")).rowCount()).isEqualTo(1);
            assertThat(session.all(select(PAPER.title).orderBy(PAPER.id))).containsExactly("note", "card", "opus");
            assertThat(session.execute(deleteFrom(BOOKLET)).rowCount()).isEqualTo(1);
            assertThat(session.count(select(PAPER))).isEqualTo(2);
        }
    }
}
