package dev.rubedo.examples.recipes.dictionary;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.orm.collection.Dynamic;
import dev.rubedo.orm.session.Session;
import java.util.Optional;

/** A lexicon, which never loads all of its entries. Confined to one thread at a time. */
@Entity(table = "lexicons")
public final class Lexicon extends LexiconBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String language();

        @Relationship(backPopulates = "lexicon", orderBy = "word")
        Dynamic<Entry> entries();
    }

    Lexicon() {}

    /** Creates a lexicon without entries. */
    public Lexicon(String language) {
        language(language);
    }

    /** Finds an entry by its word, with one statement. */
    public Optional<Entry> find(Session session, String word) {
        return session.optional(entries().select().where(Entry_.ENTRY.word.eq(word)));
    }

    /** Sets the meaning of a word. */
    public void define(Session session, String word, String meaning) {
        find(session, word).ifPresentOrElse(entry -> entry.meaning(meaning),
                () -> entries().add(new Entry(word, meaning)));
    }
}
