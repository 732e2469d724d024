package dev.rubedo.dialect.duckdb;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The error translator of DuckDB. It classifies errors by the kind at the beginning of the message, because the driver
 * sets neither SQLSTATE nor code. Constraints have no names. Immutable.
 */
final class DuckDbErrorTranslator extends ErrorTranslator {

    static final DuckDbErrorTranslator INSTANCE = new DuckDbErrorTranslator();

    private static final Pattern KIND = Pattern.compile("^(?:java\\.sql\\.SQLException: )?([A-Z][A-Za-z ]+) Error: ");

    private static final Pattern VALUES = Pattern.compile("(?s)\\b(key|value|string) (\"[^\"]*\"|'[^']*')");

    private DuckDbErrorTranslator() {}

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("$1 \"?\"");
    }

    @Override
    protected ErrorKind classify(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (find(KIND, failure)) {
            case "Constraint" -> constraint(message);
            case "Catalog", "Parser", "Binder", "Syntax", "Dependency", "Parameter Not Resolved" ->
                ErrorKind.PROGRAMMING;
            case "Conversion", "Out of Range", "Type", "Mismatch Type", "Invalid Type", "Decimal", "Invalid Input" ->
                ErrorKind.DATA;
            case "TransactionContext", "Transaction" ->
                message.contains("onstraint") ? constraint(message)
                        : message.contains("onflict") ? ErrorKind.SERIALIZATION : ErrorKind.OTHER;
            case "INTERRUPT", "Interrupt" -> ErrorKind.STATEMENT_TIMEOUT;
            case "Not implemented", "Not Implemented" -> ErrorKind.NOT_SUPPORTED;
            case "IO", "Out of Memory", "Permission", "HTTP", "Connection" -> ErrorKind.OPERATIONAL;
            default -> ErrorKind.OTHER;
        };
    }

    private static ErrorKind constraint(String message) {
        if (message.contains("foreign key")) {
            return ErrorKind.FOREIGN_KEY;
        } else if (message.contains("NOT NULL")) {
            return ErrorKind.NOT_NULL;
        } else if (message.contains("CHECK")) {
            return ErrorKind.CHECK;
        }
        return message.contains("uplicate key") ? ErrorKind.UNIQUE : ErrorKind.INTEGRITY;
    }

    /** Rows that a transaction deleted remain in the index of the key until it is committed. */
    @Override
    protected String advice(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("is still referenced by a foreign key")
                ? "DuckDB also counts referencing rows that the same transaction deleted. Delete them and commit, then change "
                        + "or delete the referenced row in another transaction"
                : "";
    }

    @Override
    protected ConnectProblem connectProblem(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("lock on file") ? ConnectProblem.IN_USE
                : message.contains("not a valid DuckDB") ? ConnectProblem.NOT_A_DATABASE
                        : message.contains("Cannot open file") ? ConnectProblem.FILE : super.connectProblem(failure);
    }

    @Override
    protected String constraint(SQLException failure) {
        return "";
    }
}
