package dev.rubedo.examples.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What a client sends to change a book. Immutable.
 *
 * @param version the version that the client has read
 * @param title the new title
 * @param pages the new number of pages
 */
public record BookChange(@NotNull Long version, @NotBlank @Size(max = 200) String title, @Positive int pages) {}
