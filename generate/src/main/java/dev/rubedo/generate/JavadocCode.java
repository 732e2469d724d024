package dev.rubedo.generate;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and texts of a database in Javadoc, whatever characters they have. Stateless. */
final class JavadocCode {
    private static final Pattern SPECIAL = Pattern.compile("[{}@\\\\\\p{Cntrl}]|\\*/");
    private static final Pattern ESCAPED = Pattern.compile("[^A-Za-z0-9 _.,:;()-]");

    private JavadocCode() {}

    /** Returns a text as code: what would end the tag or the comment, and a backslash, is written as a number. */
    static String of(String text) {
        return !SPECIAL.matcher(text).find() ? "{@code " + text + "}"
                : "<code>" + ESCAPED.matcher(text).replaceAll(found -> String.format(Locale.ROOT, "&#%d;",
                        found.group().codePointAt(0))) + "</code>";
    }
}
