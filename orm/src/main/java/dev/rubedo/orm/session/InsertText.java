package dev.rubedo.orm.session;

import java.util.regex.Pattern;

/** Recognizes SQL text that inserts rows. Stateless. */
final class InsertText {

    /** What may contain any word: texts, quoted names and comments. */
    private static final Pattern LITERAL = Pattern
            .compile("(?s)'[^']*+'|\"[^\"]*+\"|`[^`]*+`|--[^\n]*+|/\\*.*?\\*/");
    private static final Pattern INSERT = Pattern
            .compile("(?i)\\binsert\\b(?!\\s*\\()|\\b(?:merge|replace)\\s+into\\b");

    /** Definitions of code that runs later, to their end, and single grants and changes. */
    private static final Pattern DEFINITION = Pattern.compile("(?is)(?:^|;)\\s*(?:"
            + "(?:create|alter)\\b[^;(]*?\\b(?:trigger|function|procedure|rule|package|event)\\b.*"
            + "|(?:create\\s+(?:or\\s+replace\\s+)?policy|alter|grant|revoke|deny)\\b[^;]*)");

    private InsertText() {}

    /** Returns whether the text inserts rows when it is executed, as far as its words tell. */
    static boolean isOne(String text) {
        String words = LITERAL.matcher(text).replaceAll(" ");
        return INSERT.matcher(DEFINITION.matcher(words).replaceAll(" ")).find();
    }
}
