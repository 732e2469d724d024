package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/** The error translator of PostgreSQL, which classifies errors by their SQLSTATEs. Immutable. */
final class PostgresErrorTranslator extends ErrorTranslator {

    static final PostgresErrorTranslator INSTANCE = new PostgresErrorTranslator();

    /** The missing operators of {@code json} that {@code jsonb} has; SQLSTATE 42883 also means missing functions. */
    private static final Pattern JSON_COMPARISON = Pattern.compile(
            "(?:equality|ordering) operator for type json\\b|operator does not exist: json (?:=|<>|<=?|>=?) ");

    private PostgresErrorTranslator() {}

    /** The lines that repeat rows and keys, and a value that a type rejects. */
    private static final Pattern VALUES = Pattern
            .compile("(?m)\\n  (?:Detail|Where): .*$|(?<=for (?:type|enum) [\\w ]{1,60}: )\".*\"");

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("");
    }

    @Override
    protected ErrorKind classify(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "23505" -> ErrorKind.UNIQUE;
            case "23503", "23001" -> ErrorKind.FOREIGN_KEY;
            case "23502" -> ErrorKind.NOT_NULL;
            case "23514" -> ErrorKind.CHECK;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "40001" -> ErrorKind.SERIALIZATION;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            case "57014" -> ErrorKind.STATEMENT_TIMEOUT;
            case "57P01", "57P02", "57P03", "57P05" -> ErrorKind.DISCONNECTED;
            default -> ErrorKind.OTHER;
        };
    }

    @Override
    protected String message(SQLException failure) {
        String message = super.message(failure);
        return "42883".equals(failure.getSQLState()) && JSON_COMPARISON.matcher(message).find()
                ? message + "\n  The type \"json\" of PostgreSQL can be neither compared nor sorted, which DISTINCT, "
                        + "GROUP BY, ORDER BY, UNION and = require. Declare the column as jsonb: "
                        + "json(X.class).on(\"postgresql\", PostgresTypes.jsonb(X.class))."
                : message;
    }

    @Override
    protected String constraint(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            var server = postgres.getServerErrorMessage();
            String constraint = server == null ? null : server.getConstraint();
            return constraint == null ? "" : constraint;
        }
        return "";
    }
}
