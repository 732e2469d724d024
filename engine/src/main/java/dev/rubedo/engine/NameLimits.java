package dev.rubedo.engine;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;

/**
 * The lengths of names that the program sets in place of the dialect's. Immutable.
 *
 * @param identifiers the maximum length of identifiers, in characters; 0 for the dialect's
 * @param labels the maximum length of generated labels, in characters; 0 for that of identifiers
 */
record NameLimits(int identifiers, int labels) {

    static final NameLimits NONE = new NameLimits(0, 0);

    NameLimits withIdentifiers(int characters) {
        requirePositive("maximumIdentifierLength", characters);
        return new NameLimits(characters, labels);
    }

    NameLimits withLabels(int characters) {
        requirePositive("maximumLabelLength", characters);
        return new NameLimits(identifiers, characters);
    }

    private static void requirePositive(String option, int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException(option + " must be positive, got " + characters);
        }
    }

    /** Returns the dialect with these lengths. */
    Dialect apply(Dialect dialect) {
        if (equals(NONE)) {
            return dialect;
        }
        var traits = dialect.traits();
        if (identifiers > 0) {
            traits = traits.withMaximumIdentifierLength(identifiers);
        }
        if (labels > traits.maximumIdentifierLength()) {
            throw new RubedoException(ErrorCode.CONFIGURATION,
                    "maximumLabelLength(" + labels + ") exceeds the maximum length of identifiers, which is "
                            + traits.maximumIdentifierLength() + " on \"" + dialect.name() + "\". Give at most that.");
        }
        return dialect.with(labels > 0 ? traits.withMaximumLabelLength(labels) : traits);
    }
}
