package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** Classifies PostgreSQL's errors by their SQLSTATEs. Immutable. */
final class PostgresErrorTranslator extends ErrorTranslator {

    static final PostgresErrorTranslator INSTANCE = new PostgresErrorTranslator();

    private PostgresErrorTranslator() {}

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
    protected String constraint(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            var server = postgres.getServerErrorMessage();
            String constraint = server == null ? null : server.getConstraint();
            return constraint == null ? "" : constraint;
        }
        return "";
    }
}
