package dev.rubedo.engine;

import java.util.regex.Pattern;

/** What hand-written SQL may do, as far as its words tell. Stateless. */
final class TextEffects {

    /** The first word, after blanks, comments and parentheses. Nothing is tried twice, so that long texts are no problem. */
    private static final Pattern QUERY = Pattern.compile("(?is)(?:\\s++|--[^\n]*+|/\\*.*?\\*/|\\()*+"
            + "(?:select|values|table|show|explain|describe|pragma|with)\\b");
    private static final Pattern CHANGE = Pattern.compile("(?i)\\b(?:insert|update|delete|merge|replace|into)\\b");
    private static final Pattern LOCK = Pattern.compile("(?i)\\bfor\\s+(?:no\\s+key\\s+)?(?:update|share)\\b"
            + "|\\bfor\\s+key\\s+share\\b|\\block\\s+in\\s+share\\s+mode\\b");

    private TextEffects() {}

    /** Tells whether a text locks rows. */
    static boolean locks(String sql) {
        return LOCK.matcher(sql).find();
    }

    /** Tells whether a text may change rows: everything that does not begin as a query, or names a change in a query. */
    static boolean mayChange(String sql) {
        return !QUERY.matcher(sql).lookingAt() || CHANGE.matcher(LOCK.matcher(sql).replaceAll(" ")).find();
    }
}
