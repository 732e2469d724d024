package dev.rubedo.sql;

import dev.rubedo.sql.TextSyntax.Trait;
import java.util.ArrayList;
import java.util.List;

/**
 * A scanner for the placeholders of one text, which skips quotes and comments as the database does. Confined to one
 * thread at a time.
 */
final class TextScanner {
    private static final String SKIPPED = "'\"`[-#/$qQ";

    private final String text;
    private final TextSyntax syntax;
    private final List<TextMark> marks = new ArrayList<>();
    private int at;

    TextScanner(String text, TextSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    List<TextMark> marks() {
        while (at < text.length()) {
            step();
        }
        return marks;
    }

    /** Returns the text with each quoted part and comment replaced by a blank. */
    String code() {
        var code = new StringBuilder(text.length());
        while (at < text.length()) {
            int from = at;
            boolean isVersioned = text.startsWith("/*!", at) || text.startsWith("/*M!", at);
            step();
            boolean isSkipped = at > from + 1 && SKIPPED.indexOf(text.charAt(from)) >= 0 && !isVersioned;
            code.append(isSkipped ? " " : text.substring(from, Math.min(at, text.length())));
        }
        return code.toString();
    }

    private void step() {
        switch (text.charAt(at)) {
            case '\'' -> quoted('\'', hasBackslashes());
            case '"' -> quoted('"', syntax.has(Trait.BACKSLASH_ESCAPES));
            case '`' -> backtick();
            case '[' -> bracket();
            case '-' -> dash();
            case '#' -> hash();
            case '/' -> slash();
            case '$' -> dollar();
            case 'q', 'Q' -> alternativeQuote();
            case ':' -> colon();
            case '@' -> ownParameter();
            case '?' -> questionMarks();
            case '\\' -> backslash();
            default -> at++;
        }
    }

    /** Skips a quoted part; a doubled quote is one of its characters. */
    private void quoted(char quote, boolean hasBackslashes) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && hasBackslashes) {
                at += 2;
            } else if (c == quote && next() == quote) {
                at += 2;
            } else if (c == quote) {
                at++;
                return;
            } else {
                at++;
            }
        }
    }

    private boolean hasBackslashes() {
        if (syntax.has(Trait.BACKSLASH_ESCAPES)) {
            return true;
        }
        boolean isMarked = at > 0 && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e');
        return syntax.has(Trait.ESCAPE_STRINGS) && isMarked && !(at > 1 && isWord(text.charAt(at - 2)));
    }

    private void backtick() {
        if (syntax.has(Trait.BACKTICKS)) {
            quoted('`', false);
        } else {
            at++;
        }
    }

    private void bracket() {
        if (syntax.has(Trait.BRACKETS)) {
            quoted(']', false);
        } else {
            at++;
        }
    }

    private void dash() {
        boolean isComment = next() == '-' && (!syntax.has(Trait.SPACED_DASHES) || at + 2 >= text.length()
                || text.charAt(at + 2) <= ' ');
        if (isComment) {
            line();
        } else {
            at++;
        }
    }

    private void hash() {
        if (syntax.has(Trait.HASH_COMMENTS)) {
            line();
        } else {
            at++;
        }
    }

    private void line() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void slash() {
        if (next() != '*') {
            at++;
            return;
        }
        int start = at;
        boolean isVersioned = syntax.has(Trait.VERSIONED_COMMENTS)
                && (text.startsWith("/*!", at) || text.startsWith("/*M!", at));
        comment();
        if (isVersioned) {
            int end = Math.max(start + 3, at - 2);
            new TextScanner(text.substring(start + 3, end), syntax).marks().stream().limit(1)
                    .forEach(mark -> marks.add(new TextMark(TextMark.Kind.UNDECIDED, text.substring(start, at),
                            start, at)));
        }
    }

    private void comment() {
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at) && (depth == 0 || syntax.has(Trait.NESTED_COMMENTS))) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    private void dollar() {
        if (syntax.has(Trait.OWN_PARAMETERS)) {
            ownParameter();
            return;
        }
        int end = at + 1;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        boolean isTag = syntax.has(Trait.DOLLAR_QUOTES) && end < text.length() && text.charAt(end) == '$'
                && !(at > 0 && isWord(text.charAt(at - 1))) && !(end > at + 1 && isDigit(text.charAt(at + 1)));
        if (!isTag) {
            at++;
            return;
        }
        int close = text.indexOf(text.substring(at, end + 1), end + 1);
        at = close < 0 ? text.length() : close + end + 1 - at;
    }

    private void alternativeQuote() {
        boolean isWordBefore = at > 0 && isWord(text.charAt(at - 1)) && !isNational();
        if (!syntax.has(Trait.ALTERNATIVE_QUOTES) || isWordBefore || next() != '\'' || at + 2 >= text.length()) {
            at++;
            return;
        }
        char open = text.charAt(at + 2);
        int bracket = "[{(<".indexOf(open);
        int close = text.indexOf((bracket < 0 ? open : "]})>".charAt(bracket)) + "'", at + 3);
        at = close < 0 ? text.length() : close + 2;
    }

    /** Returns whether the quote has the prefix of the national character set. */
    private boolean isNational() {
        char before = text.charAt(at - 1);
        return (before == 'n' || before == 'N') && !(at > 1 && isWord(text.charAt(at - 2)));
    }

    /**
     * Reads a name after a single colon without a letter before it, so that casts, assignments and slices are not
     * names.
     */
    private void colon() {
        if (next() == ':') {
            while (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            return;
        }
        boolean isName = isNameStart(at + 1) && !(at > 0 && isWord(text.charAt(at - 1)));
        if (isName) {
            mark(TextMark.Kind.NAME, at + 1);
        } else {
            at++;
        }
    }

    private void ownParameter() {
        if (syntax.has(Trait.OWN_PARAMETERS) && isNameStart(at + 1) && !(at > 0 && isWord(text.charAt(at - 1)))) {
            mark(TextMark.Kind.OWN_PARAMETER, at);
        } else {
            at++;
        }
    }

    /** Adds a placeholder for a word whose name begins at {@code from}. */
    private void mark(TextMark.Kind kind, int from) {
        int start = at;
        at++;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        marks.add(new TextMark(kind, text.substring(from, at), start, at));
    }

    private void questionMarks() {
        int start = at;
        while (at < text.length() && text.charAt(at) == '?') {
            at++;
        }
        marks.add(new TextMark(TextMark.Kind.QUESTION_MARK, text.substring(start, at), start, at));
    }

    /** Skips an escaped colon. */
    private void backslash() {
        at += next() == ':' ? 2 : 1;
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    private boolean isNameStart(int index) {
        return index < text.length() && isWord(text.charAt(index)) && !isDigit(text.charAt(index));
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }
}
