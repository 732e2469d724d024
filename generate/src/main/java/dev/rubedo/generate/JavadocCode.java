package dev.rubedo.generate;

import java.util.Locale;
import java.util.regex.Pattern;

/** Renders names and texts of a database in Javadoc, whatever characters they contain. Stateless. */
final class JavadocCode {
    private static final Pattern SPECIAL = Pattern.compile("[{}@\\\\\\p{Cntrl}]|\\*/");
    private static final Pattern ESCAPED = Pattern.compile("[^A-Za-z0-9 _.,:;()-]");

    private JavadocCode() {}

    /**
     * Returns a text as code. Characters that would end the tag or the comment, and backslashes, are written as
     * character references.
     */
    static String of(String text) {
        return !SPECIAL.matcher(text).find() ? "{@code " + text + "}"
                : "<code>" + ESCAPED.matcher(text).replaceAll(found -> String.format(Locale.ROOT, "&#%d;",
                        found.group().codePointAt(0))) + "</code>";
    }
}
