package dev.rubedo.dialect.h2;

import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells H2's errors apart by its SQLSTATEs and codes. Immutable. */
final class H2ErrorTranslator extends ErrorTranslator {

    static final H2ErrorTranslator INSTANCE = new H2ErrorTranslator();

    private static final Pattern NAME = Pattern.compile("\"(?:\\w+\\.)?(\\w+?)(?:_INDEX_\\w+)?(?: INDEX | ON |: )");

    private H2ErrorTranslator() {}

    @Override
    protected ErrorKind classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 23505 -> ErrorKind.UNIQUE;
            case 23502 -> ErrorKind.NOT_NULL;
            case 23513, 23514 -> ErrorKind.CHECK;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY;
            case 40001 -> ErrorKind.DEADLOCK;
            case 90131 -> ErrorKind.SERIALIZATION;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            case 57014 -> ErrorKind.STATEMENT_TIMEOUT;
            case 90067, 90098, 90121, 90007, 8000 -> ErrorKind.DISCONNECTED;
            case 50100 -> ErrorKind.NOT_SUPPORTED;
            default -> ErrorKind.OTHER;
        };
    }

    @Override
    protected boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK;
    }

    /** {@code "PUBLIC.UQ_EMAIL_INDEX_4 ON PUBLIC.USERS(...)"} and {@code "UQ_EMAIL: PUBLIC.USERS CHECK (...)"}. Names come in lower case. */
    @Override
    protected String constraint(SQLException failure) {
        String name = find(NAME, failure);
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The driver repeats the statement in its message. */
    @Override
    protected String message(SQLException failure) {
        String message = super.message(failure);
        int statement = message.indexOf("; SQL statement:");
        return statement < 0 ? message : message.substring(0, statement);
    }
}
