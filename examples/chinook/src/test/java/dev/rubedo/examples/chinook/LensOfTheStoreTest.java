package dev.rubedo.examples.chinook;

import static dev.rubedo.examples.chinook.Artist_.ARTIST;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.lens.Lens;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The page for development, on sessions of the store. */
class LensOfTheStoreTest {

    private static String unit(Lens lens, int number) throws Exception {
        var request = HttpRequest.newBuilder(lens.url().resolve("/api/units/" + number))
                .header("X-Lens-Token", lens.url().getFragment()).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @DatabaseTest
    void showsTheFlushesAndTheLazyLoadsOfSessions(Engine engine) throws Exception {
        var model = Store.model();
        model.metadata().createAll(engine);
        var sessions = SessionFactory.of(engine, model);
        try (var lens = Lens.builder(engine).sessions(sessions).start()) {
            sessions.inTransaction(session -> {
                for (int i = 1; i <= 6; i++) {
                    session.add(new Artist().id(i).name("artist " + i));
                }
            });
            sessions.inTransaction(session -> {
                for (var artist : session.all(select(ARTIST).options(lazy(ARTIST.albums)))) {
                    assertThat(artist.albums()).isEmpty();
                }
            });

            assertThat(unit(lens, 1)).contains("\"flushes\":[[\"insert Artist x6\"]]", "\"origin\":\"flush\"");
            assertThat(unit(lens, 2)).contains("N+1: lazy load of Artist.albums, 6 times at "
                    + "dev.rubedo.examples.chinook.LensOfTheStoreTest.",
                    "Add .options(selectIn(ARTIST.albums)) to the query of its owners.");
        }
    }
}
