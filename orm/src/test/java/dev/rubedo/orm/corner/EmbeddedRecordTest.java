package dev.rubedo.orm.corner;

import static dev.rubedo.orm.corner.Panel_.PANEL;
import static dev.rubedo.orm.corner.Segment_.SEGMENT;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Condition;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Rows of embedded records, complete and not. */
class EmbeddedRecordTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(PANEL);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void aRecordComesBackWholeOrNotAtAll(Engine engine) {
        SessionFactory sessions = open(engine);
        Panel whole = new Panel().extent(new Extent(1, 2, null));
        Panel none = new Panel();
        sessions.inTransaction(session -> session.addAll(List.of(whole, none)));

        try (Session session = sessions.open()) {
            assertThat(session.require(Panel.class, whole.id()).extent()).isEqualTo(new Extent(1, 2, null));
            assertThat(session.require(Panel.class, none.id()).extent()).isNull();
        }
    }

    @DatabaseTest
    void aRowWithHalfOfARecordIsRefusedByName(Engine engine) {
        try (Session session = open(engine).open()) {
            session.execute(insertInto(PANEL).values(PANEL.extent.width, 1));
            Panel panel = session.require(Panel.class, 1L);

            assertThatThrownBy(panel::extent).isInstanceOf(MappingException.class).hasMessageContaining(
                    "Column \"extent_height\" is NULL in the row of Panel[id=1]");
        }
    }

    private static SessionFactory segments(Engine engine) {
        Model model = Model.of(SEGMENT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(
                session -> session.addAll(List.of(new Segment(new Extent(1, 2, null), new Extent(3, 4, 5)),
                        new Segment(new Extent(1, 2, 3), null),
                        new Segment(new Extent(1, 2, 3), new Extent(1, 2, 3)))));
        return sessions;
    }

    private static List<Long> found(SessionFactory sessions, Condition condition) {
        return sessions.fromTransaction(
                session -> session.all(select(SEGMENT.id).where(condition).orderBy(SEGMENT.id)));
    }

    @DatabaseTest
    void aRecordIsComparedAsAWhole(Engine engine) {
        SessionFactory sessions = segments(engine);

        assertThat(found(sessions, SEGMENT.start.eq(new Extent(1, 2, 3)))).containsExactly(2L, 3L);
        assertThat(found(sessions, SEGMENT.start.eq(new Extent(1, 2, null)))).containsExactly(1L);
        assertThat(found(sessions, SEGMENT.end.ne(new Extent(1, 2, 3)))).containsExactly(1L);
        assertThat(found(sessions, SEGMENT.end.eq((Extent) null))).containsExactly(2L);
        assertThat(found(sessions, SEGMENT.end.isNotNull())).containsExactly(1L, 3L);
        assertThat(found(sessions, SEGMENT.start.eq(SEGMENT.end))).containsExactly(3L);
        assertThat(found(sessions, SEGMENT.end.in(new Extent(3, 4, 5), new Extent(1, 2, 3)))).containsExactly(1L, 3L);
    }

    @DatabaseTest
    void aRecordIsSelectedAsAWhole(Engine engine) {
        SessionFactory sessions = segments(engine);

        sessions.inTransaction(session -> {
            assertThat(session.all(select(SEGMENT.start.value()).where(SEGMENT.id.eq(1L))))
                    .containsExactly(new Extent(1, 2, null));
            var row = session.one(select(SEGMENT.id, SEGMENT.end.value()).where(SEGMENT.id.eq(2L)));
            assertThat(row.get(2)).isNull();
            Segment_ other = SEGMENT.as("other");
            assertThat(session.one(select(other.end.value()).where(other.id.eq(1L)))).isEqualTo(new Extent(3, 4, 5));
        });
    }

    @DatabaseTest
    void anUpdateSetsARecordAsAWhole(Engine engine) {
        SessionFactory sessions = segments(engine);

        sessions.inTransaction(session -> {
            Segment segment = session.require(Segment.class, 1L);
            session.execute(SEGMENT.end.setIn(update(SEGMENT), new Extent(7, 8, null)).where(SEGMENT.id.eq(1L)));
            assertThat(segment.end()).isEqualTo(new Extent(7, 8, null));
            session.execute(SEGMENT.end.setIn(update(SEGMENT), null).where(SEGMENT.id.eq(1L)));
            assertThat(segment.end()).isNull();
        });
    }

    @DatabaseTest(only = "sqlite")
    void itsColumnsHaveFreeNames(Engine engine, StatementLog statements) {
        segments(engine);

        assertThat(statements.texts()).filteredOn(sql -> sql.startsWith("CREATE TABLE segment")).singleElement()
                .asString().contains(
                        "from_w INTEGER NOT NULL, from_h INTEGER NOT NULL, from_d INTEGER, w INTEGER, h INTEGER, d INTEGER");
    }
}
