package dev.rubedo.orm.collection.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.collection.guide.Album_.ALBUM;
import static dev.rubedo.orm.collection.guide.Genre_.GENRE;
import static dev.rubedo.orm.collection.guide.Play_.PLAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.CollectionListener;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Collections that are assigned as a whole, sorted sets, and statements of collections that are never loaded. */
class WholeCollectionTest {

    private static final Genre JAZZ = new Genre("jazz");

    private static SessionFactory open(Engine engine, Model model) {
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Album album = new Album("album");
            album.genres(new TreeSet<>(List.of(new Genre("rock"), new Genre("folk"), new Genre("pop"))));
            album.tracks(List.of(new Track("a"), new Track("b")));
            album.translations(Map.of("de", new Translation("de", "Album"), "fr", new Translation("fr", "Album")));
            session.add(album);
        });
        return sessions;
    }

    private static SessionFactory open(Engine engine) {
        return open(engine, NumberedListTest.MODEL);
    }

    private static Album stored(Session session) {
        return session.one(select(ALBUM));
    }

    @DatabaseTest
    void anAssignedCollectionIsTheContent(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Album album = stored(session);
            Track a = album.tracks().get(0);
            album.tracks(List.of(new Track("c"), a));
            album.genres(new TreeSet<>(Set.of(new Genre("blues"))));
            Translation fr = album.translations().get("fr");
            album.translations(Map.of("fr", fr, "nl", new Translation("nl", "Plaat")));
            album.moods(Set.of(new Genre("calm")));
        });
        try (Session session = sessions.open()) {
            Album album = stored(session);
            assertThat(album.tracks()).extracting(Track::title).containsExactly("c", "a");
            assertThat(album.genres()).extracting(Genre::name).containsExactly("blues");
            assertThat(album.moods()).extracting(Genre::name).containsExactly("calm");
            assertThat(album.translations()).containsOnlyKeys("fr", "nl");
            assertThat(session.all(select(Track_.TRACK))).hasSize(2);
        }
    }

    @DatabaseTest
    void onlyDifferencesAreChanges(Engine engine) {
        List<String> events = new ArrayList<>();
        Model model = Model.of(ALBUM, Track_.TRACK, GENRE, Translation_.TRANSLATION, PLAY);
        SessionFactory sessions = open(engine, model);
        model.listen(ALBUM.tracks, new CollectionListener<Album, Track>() {
            @Override
            public void append(Album owner, Track item) {
                events.add("+" + item.title());
            }

            @Override
            public void remove(Album owner, Track item) {
                events.add("-" + item.title());
            }
        });
        try (Session session = sessions.open()) {
            Album album = stored(session);
            album.tracks(List.copyOf(album.tracks()));
            album.tracks(album.tracks());
            assertThat(events).isEmpty();

            album.tracks(List.of(album.tracks().get(1), new Track("c")));
            assertThat(events).containsExactly("+c", "-a");
            assertThat(InstanceState.of(album).history(ALBUM.tracks).deleted()).hasSize(1);
        }
    }

    @DatabaseTest
    void theStateSetsACollectionToo(Engine engine) {
        try (Session session = open(engine).open()) {
            Album album = stored(session);
            InstanceState.of(album).set(ALBUM.tracks, List.of());

            assertThat(album.tracks()).isEmpty();
            assertThatThrownBy(() -> InstanceState.of(album).set("tracks", null)).hasMessageContaining(
                    "is a collection, which cannot be set to null. Set it to a collection of the same kind");
            assertThatThrownBy(() -> InstanceState.of(album).set(ALBUM.plays, List.of()))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("is never loaded as a whole, so it cannot be replaced");
        }
    }

    @DatabaseTest
    void aSortedSetIsInTheOrderOfItsObjects(Engine engine) {
        try (Session session = open(engine).open()) {
            SortedSet<Genre> genres = stored(session).genres();
            assertThat(genres).extracting(Genre::name).containsExactly("folk", "pop", "rock");

            genres.add(new Genre("jazz"));
            assertThat(genres.first().name()).isEqualTo("folk");
            assertThat(genres.last().name()).isEqualTo("rock");
            assertThat(genres.headSet(JAZZ)).extracting(Genre::name).containsExactly("folk");
            assertThat(genres.tailSet(JAZZ)).extracting(Genre::name).containsExactly("jazz", "pop", "rock");
            assertThat(genres.subSet(JAZZ, new Genre("rock"))).extracting(Genre::name).containsExactly("jazz", "pop");
            assertThat(genres.reversed()).extracting(Genre::name).containsExactly("rock", "pop", "jazz", "folk");

            genres.first().name("zydeco");
            assertThat(genres).extracting(Genre::name).containsExactly("jazz", "pop", "rock", "zydeco");
            genres.tailSet(new Genre("s")).clear();
            genres.removeIf(genre -> genre.name().equals("pop"));
            session.commit();
        }
        try (Session session = open(engine).open()) {
            assertThat(session.one(select(ALBUM).where(ALBUM.id.eq(1L))).genres()).extracting(Genre::name)
                    .containsExactly("jazz", "rock");
        }
    }

    @Test
    void objectsThatCompareAsEqualAreAllThere() {
        Album album = new Album("album");
        album.genres().add(new Genre("pop"));
        album.genres().add(new Genre("pop"));

        assertThat(album.genres()).hasSize(2);
        assertThatThrownBy(() -> new Album("empty").genres().first()).isInstanceOf(NoSuchElementException.class);
    }

    @DatabaseTest
    void aClassOfTheProgramShowsACollection(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> stored(session).favorites().addNamed("soul"));
        try (Session session = sessions.open()) {
            Album album = stored(session);
            assertThat(album.favorites().include("soul")).isTrue();
            assertThat(album.favorites()).isEqualTo(album.favorites());
            assertThat(session.all(select(ALBUM.id).where(ALBUM.favorites.any(GENRE.name.eq("soul"))))).hasSize(1);
            album.favorites().genres().clear();
            session.flush();
            assertThat(session.all(select(ALBUM.id).where(ALBUM.favorites.any()))).isEmpty();
        }
    }

    @DatabaseTest
    void aCollectionThatIsNeverLoadedHasStatements(Engine engine) {
        try (Session session = open(engine).open()) {
            Album album = stored(session);
            assertThat(session.execute(album.plays().insert().values(PLAY.seconds, 7)).rowCount()).isEqualTo(1);
            album.plays().add(new Play(9));
            session.flush();

            assertThat(session.all(album.plays().select().orderBy(PLAY.seconds))).extracting(Play::seconds)
                    .containsExactly(7, 9);
            session.execute(album.plays().update().set(PLAY.seconds, 8).where(PLAY.seconds.eq(7)));
            session.execute(album.plays().delete().where(PLAY.seconds.eq(9)));
            assertThat(session.all(select(PLAY.seconds))).containsExactly(8);
            assertThatThrownBy(() -> album.charts().insert()).isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("is linked by a join table, so an INSERT of objects would not link them.");
            assertThatThrownBy(() -> new Album("new").plays().insert()).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("has no row in a session");
        }
    }
}
