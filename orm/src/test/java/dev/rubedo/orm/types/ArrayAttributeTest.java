package dev.rubedo.orm.types;

import static dev.rubedo.orm.types.Playlist_.PLAYLIST;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Attributes that are stored as arrays. */
class ArrayAttributeTest {

    @DatabaseTest(requires = Feature.ARRAY_TYPE)
    void listsOfColumnValuesAreArrays(Engine engine) {
        Model model = Model.of(PLAYLIST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.add(new Playlist().tags(List.of("rock", "a,b", ""))
                .codes(List.of("x"))
                .plays(List.of(1L, 2L)).days(List.of(LocalDate.of(2024, 2, 29))).sizes(List.of(Gadget.Size.LARGE))));

        Playlist read = sessions.fromTransaction(session -> session.one(select(PLAYLIST)));

        assertThat(read.tags()).containsExactly("rock", "a,b", "");
        assertThat(read.codes()).containsExactly("x");
        assertThat(read.plays()).containsExactly(1L, 2L);
        assertThat(read.days()).containsExactly(LocalDate.of(2024, 2, 29));
        assertThat(read.sizes()).containsExactly(Gadget.Size.LARGE);
    }

    @DatabaseTest(requires = Feature.ARRAY_TYPE)
    void anArrayIsReplacedAsAWhole(Engine engine) {
        Model model = Model.of(PLAYLIST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.add(new Playlist().tags(List.of())));
        sessions.inTransaction(session -> session.one(select(PLAYLIST)).tags(new ArrayList<>(List.of("new"))));

        sessions.inTransaction(session -> {
            assertThat(session.one(select(PLAYLIST)).tags()).containsExactly("new");
            assertThat(session.count(select(PLAYLIST).where(PLAYLIST.tags.eq(List.of("new"))))).isEqualTo(1);
        });
    }

    @DatabaseTest(only = {"sqlite", "mariadb", "mysql"})
    void aDatabaseWithoutArraysSaysSo(Engine engine) {
        assertThatThrownBy(() -> Model.of(PLAYLIST).metadata().createAll(engine))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("Column \"playlist.tags\": Dialect \"" + engine.dialect().name()
                        + "\" does not support ARRAY_TYPE");
    }
}
