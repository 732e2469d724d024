package dev.rubedo.examples.quarkus;

import static dev.rubedo.examples.quarkus.Note_.NOTE;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.orm.session.SessionFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Handles the requests for notes; blocking calls run on virtual threads. Thread-safe. */
@Path("/notes")
@RunOnVirtualThread
public class NoteResource {

    private final SessionFactory sessions;

    NoteResource(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns all notes. */
    @GET
    public List<NoteLine> list() {
        return sessions.fromTransaction(session -> session.all(select(NOTE).orderBy(NOTE.id)).stream()
                .map(NoteLine::of).toList());
    }

    /** Returns a note. */
    @GET
    @Path("{id}")
    public NoteLine get(long id) {
        return sessions.fromTransaction(session -> session.get(NOTE, id).map(NoteLine::of))
                .orElseThrow(NotFoundException::new);
    }

    /** Adds a note. */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public Response add(String text) {
        var note = new Note(text);
        sessions.inTransaction(session -> session.add(note));
        return Response.status(Response.Status.CREATED).entity(NoteLine.of(note)).build();
    }
}
