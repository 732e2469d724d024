package dev.rubedo.engine;

import java.util.regex.Pattern;

/** What hand-written SQL may do, as far as its first words tell. Stateless. */
final class TextEffects {

    private static final String START = "(?is)^(?:\\s|--[^\n]*\n|/\\*.*?\\*/|\\()*";
    private static final Pattern QUERY = Pattern
            .compile(START + "(?:select|values|table|show|explain|describe|pragma)\\b.*");
    private static final Pattern WITH = Pattern.compile(START + "with\\b.*");
    private static final Pattern CHANGE = Pattern.compile("(?is).*\\b(?:insert|update|delete|merge|replace|into)\\b.*");
    private static final Pattern LOCK = Pattern
            .compile(
                    "(?is).*\\bfor\\s+(?:no\\s+key\\s+)?(?:update|share|key\\s+share)\\b.*|.*\\block\\s+in\\s+share\\s+mode\\b.*");

    private TextEffects() {}

    /** Tells whether a text locks rows. */
    static boolean locks(String sql) {
        return LOCK.matcher(sql).matches();
    }

    /** Tells whether a text may change rows: everything that does not begin as a query, or names a change in a query. */
    static boolean mayChange(String sql) {
        boolean isQuery = QUERY.matcher(sql).matches() || WITH.matcher(sql).matches();
        return !isQuery || CHANGE
                .matcher(LOCK.matcher(sql).matches() ? sql.replaceAll("(?i)\\bfor\\s+(?:no\\s+key\\s+)?update\\b", " ")
                        : sql)
                .matches();
    }
}
