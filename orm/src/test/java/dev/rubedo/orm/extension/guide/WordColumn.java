package dev.rubedo.orm.extension.guide;

import static dev.rubedo.sql.Functions.lower;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import java.util.Locale;

/** The comparator of a word in a statement. Immutable. */
public record WordColumn(Expression<String> text) {

    /** Returns the condition that both words are equal without regard to case. */
    public Condition eq(String other) {
        return lower(text).eq(other.toLowerCase(Locale.ROOT));
    }
}
