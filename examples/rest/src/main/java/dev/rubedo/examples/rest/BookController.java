package dev.rubedo.examples.rest;

import dev.rubedo.orm.session.Page;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handles the requests for books. Thread-safe. */
@RestController
@RequestMapping("/books")
class BookController {

    private final Library library;

    BookController(Library library) {
        this.library = library;
    }

    @GetMapping
    Page<BookLine> find(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") long page,
            @RequestParam(defaultValue = "20") int size) {
        return library.find(text, Math.max(page, 0), Math.clamp(size, 1, 100));
    }

    @GetMapping("/{id}")
    BookLine get(@PathVariable long id) {
        return library.book(id);
    }

    @PostMapping
    ResponseEntity<BookLine> add(@Valid @RequestBody NewBook book) {
        var added = library.add(book);
        return ResponseEntity.created(URI.create("/books/" + added.id())).body(added);
    }

    @PutMapping("/{id}")
    BookLine change(@PathVariable long id, @Valid @RequestBody BookChange change) {
        return library.change(id, change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        library.delete(id);
    }
}
