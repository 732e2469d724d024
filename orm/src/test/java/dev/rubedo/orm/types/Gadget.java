package dev.rubedo.orm.types;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has documents, enums and an amount of time. Confined to one thread at a time. */
@Entity
final class Gadget extends GadgetBase {
    interface Mapped {
        @Id
        Long id();

        @Json
        Settings settings();

        @Json
        Map<String, List<Integer>> scores();

        @Json
        @Nullable
        List<Part> parts();

        @Json(keepsText = true)
        Optional<Map<String, Object>> facts();

        Size plain();

        @Enumerated(Enumerated.Storage.CHECKED)
        @Nullable
        Size checked();

        @Enumerated(value = Enumerated.Storage.NATIVE, name = "gadget_size")
        @Nullable
        Size natural();

        @Nullable
        Mood mood();

        @Nullable
        Duration runtime();

        @Embedded
        @Nullable
        Caption label();
    }

    /** How large it is. Immutable. */
    enum Size {
        SMALL, LARGE
    }

    /** How it feels, checked wherever it is stored. Immutable. */
    @Enumerated(Enumerated.Storage.CHECKED)
    enum Mood {
        GOOD, BAD
    }

    /** What can be set. Immutable. */
    record Settings(String theme, List<Integer> sizes) {}

    /** A piece of it. Immutable. */
    record Part(String name, int count) {}

    /** What is written on it, in a column and a document. Immutable. */
    record Caption(@Column(length = 20) String text, @Json Map<String, String> translations) {}

    Gadget() {}

    Gadget(Size plain) {
        plain(plain);
    }
}
