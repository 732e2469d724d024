package dev.rubedo.codec;

import java.sql.SQLDataException;

/**
 * The check of text for databases that store it as UTF-8. Half of a surrogate pair, which is left when text is cut
 * between two chars, has no form there: drivers store another character in its place. Stateless. Thread-safe.
 */
public final class UnicodeText {

    private static final String REFUSAL = "The text contains half of a surrogate pair, which is no character: the database"
            + " would store another one. Cut text at code points (String.offsetByCodePoints), or store it as bytes.";

    /** The SQLSTATE of a character that an encoding does not have. */
    private static final String NOT_IN_REPERTOIRE = "22021";

    private UnicodeText() {}

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Returns a text if all its surrogates are pairs.
     *
     * @throws SQLDataException if one is not
     */
    public static String checked(String text) throws SQLDataException {
        if (!isWhole(text)) {
            throw new SQLDataException(REFUSAL, NOT_IN_REPERTOIRE);
        }
        return text;
    }
}
