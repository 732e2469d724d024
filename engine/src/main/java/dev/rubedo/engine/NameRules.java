package dev.rubedo.engine;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.List;

/**
 * The rules for names that the program sets instead of those of the dialect. Immutable.
 *
 * @param identifiers the maximum length of identifiers, in characters; 0 for the dialect's
 * @param labels the maximum length of generated labels, in characters; 0 for that of identifiers
 * @param quoted the names that are always quoted
 * @param bare the names that are never quoted
 */
record NameRules(int identifiers, int labels, List<String> quoted, List<String> bare) {

    static final NameRules NONE = new NameRules(0, 0, List.of(), List.of());

    NameRules withIdentifiers(int characters) {
        requirePositive("maximumIdentifierLength", characters);
        return new NameRules(characters, labels, quoted, bare);
    }

    NameRules withLabels(int characters) {
        requirePositive("maximumLabelLength", characters);
        return new NameRules(identifiers, characters, quoted, bare);
    }

    NameRules withQuoted(List<String> names) {
        return new NameRules(identifiers, labels, names, bare);
    }

    NameRules withBare(List<String> names) {
        return new NameRules(identifiers, labels, quoted, names);
    }

    private static void requirePositive(String option, int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException(option + " must be positive, got " + characters);
        }
    }

    /** Returns the dialect with these rules. */
    Dialect apply(Dialect dialect) {
        if (equals(NONE)) {
            return dialect;
        }
        var traits = dialect.traits().withQuoter(dialect.quoter().leavingBare(bare).quoting(quoted));
        if (identifiers > 0) {
            traits = traits.withMaximumIdentifierLength(identifiers);
        }
        if (labels > traits.maximumIdentifierLength()) {
            throw new RubedoException(ErrorCode.CONFIGURATION,
                    "maximumLabelLength(" + labels + ") exceeds the maximum length of identifiers, which is "
                            + traits.maximumIdentifierLength() + " on \"" + dialect.name() + "\". Set it to at most "
                            + "that.");
        }
        return dialect.with(labels > 0 ? traits.withMaximumLabelLength(labels) : traits);
    }
}
