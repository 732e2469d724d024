package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.relation.Album_.ALBUM;
import static dev.rubedo.orm.relation.Genre_.GENRE;
import static dev.rubedo.orm.relation.Play_.PLAY;
import static dev.rubedo.orm.relation.Track_.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections that are never loaded as a whole. */
class QueriedCollectionTest {

    @DatabaseTest
    void aDynamicCollectionIsQueriedEachTime(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);

            assertThat(album.tracks().all()).extracting(Track::title).containsExactly("a", "b", "c");
            assertThat(statements).last().hasSql("""
                    SELECT tracks.id, tracks.title, tracks.album_id FROM tracks WHERE ? = tracks.album_id ORDER BY tracks.title
                    """).hasParameters(1L);
            assertThat(album.tracks()).extracting(Track::title).containsExactly("a", "b", "c");
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void aDynamicCollectionIsFilteredAndCounted(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);

            assertThat(album.tracks().all(all -> all.where(TRACK.title.gt("a")).limit(1))).extracting(Track::title)
                    .containsExactly("b");
            assertThat(album.tracks().count()).isEqualTo(3);
            assertThat(album.tracks().count(all -> all.where(TRACK.title.ne("b")))).isEqualTo(2);
            assertThat(album.tracks().first()).hasValueSatisfying(track -> assertThat(track.title()).isEqualTo("a"));
        }
    }

    @DatabaseTest
    void pendingChangesAreFlushedBeforeReading(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);
            album.tracks().add(new Track("z"));
            album.tracks().remove(album.tracks().first().orElseThrow());

            assertThat(album.tracks().all()).extracting(Track::title).containsExactly("b", "c", "z");
        }
    }

    @DatabaseTest
    void aDynamicManyToManyIsAJoinTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        sessions.inTransaction(session -> {
            Album album = session.require(ALBUM, 1);
            Genre jazz = album.genres().first().orElseThrow();
            album.genres().add(session.one(select(GENRE).where(GENRE.id.eq(2L))));
            album.genres().remove(jazz);
            assertThat(album.genres().all()).extracting(Genre::id).containsExactly(2L);
        });
        try (Session session = sessions.open()) {
            assertThat(session.require(ALBUM, 1).genres().count()).isEqualTo(1);
            assertThat(session.require(ALBUM, 2).genres().count()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aWriteOnlyCollectionIsWrittenWithoutLoading(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        try (Session session = sessions.open()) {
            Album album = session.require(ALBUM, 1);
            statements.clear();
            album.plays().add(new Play("friday"));
            session.flush();
            assertThat(statements).hasCount(1);

            assertThat(session.all(album.plays().select())).extracting(Play::title)
                    .containsExactly("friday", "tuesday", "monday");
            assertThat(session.all(album.plays().select().where(PLAY.title.like("%day")).limit(1)))
                    .extracting(Play::title).containsExactly("friday");
        }
    }

    @DatabaseTest
    void aWriteOnlyCollectionIsChangedByStatements(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);
            session.execute(album.plays().update().set(PLAY.title, "sunday"));
            assertThat(session.all(select(PLAY.title).orderBy(PLAY.id))).containsExactly("sunday", "sunday", "monday",
                    "tuesday");
            session.execute(album.plays().delete());
            assertThat(session.all(select(PLAY.title).orderBy(PLAY.id))).containsExactly("monday", "tuesday");
        }
    }

    @DatabaseTest
    void deletingTheOwnerDeletesTheContent(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        sessions.inTransaction(session -> {
            Album album = session.require(ALBUM, 1);
            session.delete(album);
        });
        try (Session session = sessions.open()) {
            assertThat(session.count(select(TRACK))).isEqualTo(3);
            assertThat(session.count(select(PLAY))).isEqualTo(2);
        }
    }

    @DatabaseTest
    void theTargetsOfAnOwnerAreQueriedByACondition(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 2);

            assertThat(session.all(select(TRACK.title).where(ALBUM.tracks.isOf(album)).orderBy(TRACK.id)))
                    .containsExactly("c", "a", "b");
            assertThat(session.all(select(GENRE.id).where(ALBUM.genres.isOf(album)))).containsExactly(2L);
            assertThat(session.all(select(ALBUM.title).where(TRACK.album.isOf(album.tracks().first().orElseThrow()))))
                    .containsExactly("two");
        }
    }

    @DatabaseTest(only = "sqlite")
    void loadingOptionsAreRefusedAndSkipped(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            assertThatThrownBy(() -> selectIn(ALBUM.tracks)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"Album.tracks\" is never loaded as a whole, so it has no loading. Query it with its "
                            + "select().");
            session.all(select(ALBUM).options(loadAll(ALBUM, Loading.SELECT_IN)));
            assertThat(statements).hasCount(3);
        }
    }

    @Test
    void anOwnerWithoutARowCannotBeQueried() {
        Album album = new Album("new");
        album.tracks().add(new Track("a"));

        assertThatThrownBy(() -> album.tracks().all()).isInstanceOf(ObjectStateException.class)
                .hasMessageContaining("has no row in a session, so \"tracks\" cannot be queried.");
        assertThat(List.of(album.plays().toString())).singleElement().asString().contains("which is read by select()");
    }
}
