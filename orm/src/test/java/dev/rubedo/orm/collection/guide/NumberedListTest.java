package dev.rubedo.orm.collection.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.collection.guide.Album_.ALBUM;
import static dev.rubedo.orm.collection.guide.Genre_.GENRE;
import static dev.rubedo.orm.collection.guide.Play_.PLAY;
import static dev.rubedo.orm.collection.guide.Track_.TRACK;
import static dev.rubedo.orm.collection.guide.Translation_.TRANSLATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list whose elements know their positions. */
class NumberedListTest {

    static final Model MODEL = Model.of(ALBUM, TRACK, GENRE, TRANSLATION, PLAY);

    private static SessionFactory open(Engine engine) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> session.add(album("a", "b", "c", "d")));
        return sessions;
    }

    private static Album album(String... titles) {
        Album album = new Album("album");
        for (String title : titles) {
            album.tracks().add(new Track(title));
        }
        return album;
    }

    private static Album stored(Session session) {
        return session.one(select(ALBUM));
    }

    private static String positions(Album album) {
        StringBuilder text = new StringBuilder();
        album.tracks().forEach(track -> text.append(track.title()).append(track.position()));
        return text.toString();
    }

    @Test
    void anyChangeOfTheListNumbersTheObjects() {
        Album album = album("a", "b", "c");
        assertThat(positions(album)).isEqualTo("a1b2c3");
        List<Track> tracks = album.tracks();

        tracks.add(1, new Track("x"));
        assertThat(positions(album)).isEqualTo("a1x2b3c4");
        tracks.remove(0);
        assertThat(positions(album)).isEqualTo("x1b2c3");
        tracks.set(0, new Track("y"));
        assertThat(positions(album)).isEqualTo("y1b2c3");
        Collections.swap(tracks, 0, 2);
        assertThat(positions(album)).isEqualTo("c1b2y3");
        tracks.sort(Comparator.comparing(Track::title));
        assertThat(positions(album)).isEqualTo("b1c2y3");
        tracks.add(0, tracks.remove(2));
        assertThat(positions(album)).isEqualTo("y1b2c3");
        tracks.removeIf(track -> track.title().equals("y"));
        assertThat(positions(album)).isEqualTo("b1c2");
        tracks.addAll(0, List.of(new Track("p"), new Track("q")));
        assertThat(positions(album)).isEqualTo("p1q2b3c4");
        tracks.subList(1, 3).clear();
        assertThat(positions(album)).isEqualTo("p1c2");
        Collections.reverse(tracks);
        assertThat(positions(album)).isEqualTo("c1p2");
        album.tracks(List.of(tracks.get(1), new Track("z"), tracks.get(0)));
        assertThat(positions(album)).isEqualTo("p1z2c3");
        new Track("end").album(album);
        assertThat(positions(album)).isEqualTo("p1z2c3end4");
        tracks.get(1).album(null);
        assertThat(positions(album)).isEqualTo("p1c2end3");
    }

    @DatabaseTest
    void theListIsStoredAndLoadedInThisOrder(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            List<Track> tracks = stored(session).tracks();
            tracks.add(0, tracks.remove(3));
            tracks.add(2, new Track("new"));
            tracks.remove(4);
        });
        try (Session session = sessions.open()) {
            assertThat(positions(stored(session))).isEqualTo("d1a2new3b4");
        }
    }

    @DatabaseTest
    void onlyObjectsWhosePositionChangesAreWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            List<Track> tracks = stored(session).tracks();
            tracks.remove(2);

            assertThat(session.dirty()).<Class<?>>extracting(Object::getClass)
                    .containsExactlyInAnyOrder(Album.class, Track.class, Track.class);
            session.flush();
            assertThat(positions(stored(session))).isEqualTo("a1b2d3");
        }
    }

    @DatabaseTest
    void anObjectThatIsAddedByItsOwnSideIsNumberedByTheFlush(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Album album = stored(session);
            Track late = new Track("late");
            late.album(album);
            session.add(late);
            session.flush();
            assertThat(late.position()).isEqualTo(5);
        });
        try (Session session = sessions.open()) {
            assertThat(positions(stored(session))).isEqualTo("a1b2c3d4late5");
        }
    }

    @DatabaseTest
    void loadingChangesNoPosition(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.execute(
                dev.rubedo.orm.Orm.update(TRACK).set(TRACK.position, TRACK.position.times(10))));
        try (Session session = sessions.open()) {
            Album album = stored(session);
            assertThat(positions(album)).isEqualTo("a10b20c30d40");
            assertThat(session.isModified(album)).isFalse();
            album.tracks().add(new Track("e"));
            assertThat(positions(album)).isEqualTo("a10b20c30d40e5");
            album.tracks().remove(0);
            assertThat(positions(album)).isEqualTo("b1c2d3e4");
        }
    }

    @DatabaseTest
    void aMergedListIsNumbered(Engine engine) {
        SessionFactory sessions = open(engine);
        Album detached = sessions.fromTransaction(session -> {
            Album album = stored(session);
            assertThat(album.tracks().size()).isNotNegative();
            return album;
        });
        detached.tracks().remove(1);
        sessions.inTransaction(session -> session.merge(detached));
        try (Session session = sessions.open()) {
            assertThat(positions(stored(session))).isEqualTo("a1c2d3");
        }
    }
}
