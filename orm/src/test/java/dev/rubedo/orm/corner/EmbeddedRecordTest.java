package dev.rubedo.orm.corner;

import static dev.rubedo.orm.corner.Panel_.PANEL;
import static dev.rubedo.sql.Sql.insertInto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
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
}
