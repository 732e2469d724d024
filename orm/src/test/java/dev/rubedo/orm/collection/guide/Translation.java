package dev.rubedo.orm.collection.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** The title of an album in a language. Confined to one thread at a time. */
@Entity(table = "translations")
public class Translation extends TranslationBase {
    interface Mapped {
        @Id
        Long id();

        String language();

        String title();

        @Relationship(backPopulates = "translations")
        Album album();
    }

    Translation() {}

    Translation(String language, String title) {
        language(language).title(title);
    }
}
