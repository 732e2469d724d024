package dev.rubedo.examples.micronaut;

import static dev.rubedo.examples.micronaut.Note_.NOTE;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.orm.session.SessionFactory;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** Handles the requests for notes; blocking calls run on virtual threads. Thread-safe. */
@Controller("/notes")
@ExecuteOn(TaskExecutors.BLOCKING)
class NoteController {

    private final SessionFactory sessions;

    NoteController(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Get
    List<NoteLine> list() {
        return sessions.fromTransaction(session -> session.all(select(NOTE).orderBy(NOTE.id)).stream()
                .map(NoteLine::of).toList());
    }

    /** An empty result becomes a 404. */
    @Get("/{id}")
    Optional<NoteLine> get(long id) {
        return sessions.fromTransaction(session -> session.get(NOTE, id).map(NoteLine::of));
    }

    @Post(consumes = MediaType.TEXT_PLAIN)
    @Status(HttpStatus.CREATED)
    NoteLine add(@Body String text) {
        var note = new Note(text);
        sessions.inTransaction(session -> session.add(note));
        return NoteLine.of(note);
    }
}
