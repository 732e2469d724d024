package dev.rubedo.examples.micronaut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@MicronautTest
class NoteControllerTest {

    @Inject
    @Client("/notes")
    HttpClient client;

    @Test
    void notesAreAddedAndRead() {
        var http = client.toBlocking();
        var added = http.exchange(HttpRequest.POST("", "Milk").contentType(MediaType.TEXT_PLAIN), NoteLine.class);

        assertEquals(HttpStatus.CREATED, added.getStatus());
        assertEquals(new NoteLine(1, "Milk"), added.body());
        assertEquals(new NoteLine(1, "Milk"), http.retrieve("/1", NoteLine.class));
        assertEquals(List.of(new NoteLine(1, "Milk")),
                http.retrieve(HttpRequest.GET(""), Argument.listOf(NoteLine.class)));
        assertEquals(HttpStatus.NOT_FOUND,
                assertThrows(HttpClientResponseException.class, () -> http.retrieve("/2")).getStatus());
    }
}
