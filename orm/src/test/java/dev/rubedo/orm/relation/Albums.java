package dev.rubedo.orm.relation;

import static dev.rubedo.orm.relation.Album_.ALBUM;
import static dev.rubedo.orm.relation.Genre_.GENRE;
import static dev.rubedo.orm.relation.Play_.PLAY;
import static dev.rubedo.orm.relation.Remark_.REMARK;
import static dev.rubedo.orm.relation.Track_.TRACK;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** An album in a database, with remarks, tracks, plays and genres. Thread-safe. */
final class Albums {

    private Albums() {}

    static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(ALBUM, REMARK, TRACK, PLAY, GENRE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (String title : List.of("one", "two")) {
                Album album = new Album(title);
                album.remarks().put("good", new Remark("very good"));
                album.remarks().put("bad", new Remark("bad", "not bad"));
                for (String track : List.of("c", "a", "b")) {
                    album.tracks().add(new Track(track));
                }
                album.plays().addAll(List.of(new Play("monday"), new Play("tuesday")));
                album.genres().add(new Genre("jazz"));
                session.add(album);
                session.flush();
            }
        });
        statements.clear();
        return sessions;
    }
}
