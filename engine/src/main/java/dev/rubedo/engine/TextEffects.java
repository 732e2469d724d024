package dev.rubedo.engine;

import java.util.regex.Pattern;

/** The possible effects of hand-written SQL, judged by its keywords. Stateless. */
final class TextEffects {

    /**
     * The first word, after blanks, comments and parentheses. The quantifiers are possessive, so that long texts are
     * matched in linear time.
     */
    private static final Pattern QUERY = Pattern.compile("(?is)(?:\\s++|--[^\n]*+|/\\*.*?\\*/|\\()*+"
            + "(?:select|values|table|show|explain|describe|pragma|with)\\b");
    private static final Pattern CHANGE = Pattern.compile("(?i)\\b(?:insert|update|delete|merge|replace|into)\\b");
    private static final Pattern LOCK = Pattern.compile("(?i)\\bfor\\s+(?:no\\s+key\\s+)?(?:update|share)\\b"
            + "|\\bfor\\s+key\\s+share\\b|\\block\\s+in\\s+share\\s+mode\\b");

    private TextEffects() {}

    /** Returns whether a text locks rows. */
    static boolean locks(String sql) {
        return LOCK.matcher(sql).find();
    }

    /**
     * Returns whether a text may change rows: it does not begin like a query, or contains a keyword that changes rows.
     */
    static boolean mayChange(String sql) {
        return !QUERY.matcher(sql).lookingAt() || CHANGE.matcher(LOCK.matcher(sql).replaceAll(" ")).find();
    }
}
