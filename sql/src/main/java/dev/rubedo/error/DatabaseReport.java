package dev.rubedo.error;

import java.io.Serializable;

/**
 * What a database said about an error. Immutable.
 *
 * @param message the text of the database or driver
 * @param sql the statement, with markers instead of values; empty where no statement was running
 * @param parameters the values as text where showing them is allowed, else empty
 * @param sqlState the SQLSTATE, or empty
 * @param vendorCode the number that the vendor gives the error, or 0
 * @param constraint the name of the violated constraint, or empty where it is unknown
 */
public record DatabaseReport(String message, String sql, String parameters, String sqlState, int vendorCode,
        String constraint) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Returns the report as lines for a message. */
    public String text() {
        var text = new StringBuilder(message);
        if (!sqlState.isEmpty() || vendorCode != 0) {
            text.append(" [SQLSTATE ").append(sqlState.isEmpty() ? "-" : sqlState);
            text.append(", code ").append(vendorCode).append(']');
        }
        if (!sql.isEmpty()) {
            text.append("\nSQL: ").append(sql);
        }
        if (!parameters.isEmpty()) {
            text.append("\nParameters: ").append(parameters);
        }
        return text.toString();
    }
}
