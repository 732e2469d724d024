package dev.rubedo.compile;

import java.util.function.UnaryOperator;

/**
 * The marks that stand for schemas in SQL that is compiled once and executed for many schemas. A mark contains the name
 * of a schema as in the metadata, between NUL characters, which no identifier contains. It includes the dot after the
 * schema, so that a table without a schema can get one. Stateless.
 */
public final class SchemaMarks {

    private static final String OPEN = "\0[";
    private static final String CLOSE = "]\0";

    private SchemaMarks() {}

    static String of(String schema) {
        return OPEN + schema + CLOSE;
    }

    /**
     * Replaces the marks of a text.
     *
     * @param sql the SQL of a dialect whose traits mark schemas
     * @param qualifier returns the text for the name of a schema, which is empty for the default schema
     */
    public static String replace(String sql, UnaryOperator<String> qualifier) {
        int at = sql.indexOf(OPEN);
        if (at < 0) {
            return sql;
        }
        var text = new StringBuilder(sql.length() + 32);
        int from = 0;
        while (at >= 0) {
            int end = sql.indexOf(CLOSE, at + OPEN.length());
            if (end < 0) {
                break;
            }
            text.append(sql, from, at).append(qualifier.apply(sql.substring(at + OPEN.length(), end)));
            from = end + CLOSE.length();
            at = sql.indexOf(OPEN, from);
        }
        return text.append(sql, from, sql.length()).toString();
    }
}
