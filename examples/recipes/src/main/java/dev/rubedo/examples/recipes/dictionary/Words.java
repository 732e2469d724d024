package dev.rubedo.examples.recipes.dictionary;

import static dev.rubedo.examples.recipes.dictionary.Entry_.ENTRY;
import static dev.rubedo.examples.recipes.dictionary.Lexicon_.LEXICON;

import dev.rubedo.orm.model.Model;

/** The entities of the recipe. Stateless and thread-safe. */
public final class Words {

    /** The entities. */
    public static final Model MODEL = Model.of(LEXICON, ENTRY);

    private Words() {}
}
