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
