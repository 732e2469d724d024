package dev.rubedo.dialect.h2;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The error translator of H2, which classifies errors by SQLSTATE and code. Immutable. */
final class H2ErrorTranslator extends ErrorTranslator {

    static final H2ErrorTranslator INSTANCE = new H2ErrorTranslator();

    // a unique constraint is qualified with its schema and quoted if necessary, others are bare
    private static final Pattern UNIQUE = Pattern.compile(
            ": \"(?:(?:\"\"(?:[^\"]|\"{4})+\"\"|[^\"\\s.]+)\\.)?(?:\"\"((?:[^\"]|\"{4})+)\"\"|([^\"\\s.]+?)(?:_INDEX_\\w+)?) "
                    + "(?:INDEX|PRIMARY KEY|ON) ");
    private static final Pattern OTHER = Pattern.compile(": \"((?:[^\"]|\"\")+?): ");

    private H2ErrorTranslator() {}

    /** The key of a unique index, and a value that a column or a type refuses. */
    private static final Pattern VALUES = Pattern
            .compile(
                    "(?s)(?<= )VALUES \\( .* \\)|(?<=converting )\".*?\"(?= \\(|;)|(?<=for column \"[^\"]{1,200}\": )\".*?\"(?=;)");

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("?");
    }

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
    protected ConnectProblem connectProblem(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 90013, 90146 -> ConnectProblem.UNKNOWN_DATABASE;
            case 90020 -> ConnectProblem.IN_USE;
            case 90028, 90031 -> ConnectProblem.FILE;
            case 90030, 90048 -> ConnectProblem.NOT_A_DATABASE;
            default -> super.connectProblem(failure);
        };
    }

    @Override
    protected boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK;
    }

    /**
     * {@code "PUBLIC.UQ_EMAIL INDEX ... ON PUBLIC.USERS(...)"} and {@code "UQ_EMAIL: PUBLIC.USERS CHECK (...)"}. Names
     * are returned in lower case.
     */
    @Override
    protected String constraint(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        var unique = UNIQUE.matcher(message);
        if (unique.find()) {
            return unique.group(1) == null ? shown(unique.group(2)) : shown(unique.group(1).replace("\"\"\"\"", "\""));
        }
        return shown(find(OTHER, failure).replace("\"\"", "\""));
    }

    private static String shown(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The driver appends the statement to its message. */
    @Override
    protected String message(SQLException failure) {
        String message = super.message(failure);
        int statement = message.indexOf("; SQL statement:");
        return statement < 0 ? message : message.substring(0, statement);
    }
}
