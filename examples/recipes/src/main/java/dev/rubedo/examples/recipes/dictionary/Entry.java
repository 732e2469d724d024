package dev.rubedo.examples.recipes.dictionary;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Unique;

/** A word with its meaning. Confined to one thread at a time. */
@Entity(table = "entries")
@Unique(name = "uq_entries_word", on = {"lexiconId", "word"})
public final class Entry extends EntryBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String word();

        @Column(length = 200)
        String meaning();

        @ForeignKey("lexicons.id")
        Long lexiconId();

        @Relationship(backPopulates = "entries")
        Lexicon lexicon();
    }

    Entry() {}

    Entry(String word, String meaning) {
        word(word).meaning(meaning);
    }
}
