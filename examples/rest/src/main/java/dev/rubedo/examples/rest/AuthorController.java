package dev.rubedo.examples.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handles the requests for authors. Thread-safe. */
@RestController
@RequestMapping("/authors")
class AuthorController {

    private final Library library;

    AuthorController(Library library) {
        this.library = library;
    }

    /**
     * What a client sends to add an author. Immutable.
     *
     * @param name the name
     */
    record NewAuthor(@NotBlank @Size(max = 100) String name) {}

    /** Returns the entity itself: rubedo-jackson writes what is loaded, and loads nothing. */
    @GetMapping("/{id}")
    Author get(@PathVariable long id) {
        return library.author(id);
    }

    @PostMapping
    ResponseEntity<Void> add(@Valid @RequestBody NewAuthor author) {
        return ResponseEntity.created(URI.create("/authors/" + library.addAuthor(author.name()))).build();
    }
}
