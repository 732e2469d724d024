package dev.rubedo.examples.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What a client sends to add a book. Immutable.
 *
 * @param authorId the id of the author
 * @param title the title
 * @param isbn 13 digits
 * @param pages the number of pages
 */
public record NewBook(@NotNull Long authorId, @NotBlank @Size(max = 200) String title,
        @NotNull @Pattern(regexp = "\\d{13}", message = "must have 13 digits") String isbn, @Positive int pages) {}
