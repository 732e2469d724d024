package dev.rubedo.error;

import java.io.Serializable;

/**
 * An error as reported by the database. Immutable.
 *
 * @param message the message of the database or driver
 * @param sql the statement, with parameter markers; empty if no statement was executing
 * @param parameters the values as text if showing them is enabled, otherwise empty
 * @param sqlState the SQLSTATE, or empty
 * @param vendorCode the vendor's error number, or 0
 * @param constraint the name of the violated constraint, or empty if it is unknown
 */
public record DatabaseReport(String message, String sql, String parameters, String sqlState, int vendorCode,
        String constraint) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The maximum length of SQL, in characters, that a message shows in full. */
    private static final int SHOWN = 4_000;

    private static final int SHOWN_AT_THE_END = 200;

    /** Returns the report as lines for a message. The middle of very long SQL is left out; {@link #sql} has all of it. */
    public String text() {
        var text = new StringBuilder(message);
        if (!sqlState.isEmpty() || vendorCode != 0) {
            text.append(" [SQLSTATE ").append(sqlState.isEmpty() ? "-" : sqlState);
            text.append(", code ").append(vendorCode).append(']');
        }
        if (!sql.isEmpty()) {
            text.append("\nSQL: ").append(shortened());
        }
        if (!parameters.isEmpty()) {
            text.append("\nParameters: ").append(parameters);
        }
        return text.toString();
    }

    private String shortened() {
        if (sql.length() <= SHOWN) {
            return sql;
        }
        int from = SHOWN - SHOWN_AT_THE_END;
        int to = sql.length() - SHOWN_AT_THE_END;
        return sql.substring(0, from) + " ... (" + (to - from) + " characters) ... " + sql.substring(to);
    }
}
