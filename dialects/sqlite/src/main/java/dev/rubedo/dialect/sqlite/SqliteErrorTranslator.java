package dev.rubedo.dialect.sqlite;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The error translator of SQLite. It classifies errors by their result codes, because there is no SQLSTATE. Immutable.
 */
final class SqliteErrorTranslator extends ErrorTranslator {

    static final SqliteErrorTranslator INSTANCE = new SqliteErrorTranslator();

    private static final Pattern CHECK = Pattern.compile("CHECK constraint failed: ([^)]+)");
    private static final Pattern UNIQUE_INDEX = Pattern.compile("UNIQUE constraint failed: index '([^']+)'");

    private SqliteErrorTranslator() {}

    @Override
    protected ErrorKind classify(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return ErrorKind.OTHER;
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> ErrorKind.UNIQUE;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> ErrorKind.FOREIGN_KEY;
            case SQLITE_CONSTRAINT_NOTNULL -> ErrorKind.NOT_NULL;
            case SQLITE_CONSTRAINT_CHECK -> ErrorKind.CHECK;
            case SQLITE_BUSY_SNAPSHOT -> ErrorKind.SERIALIZATION;
            case SQLITE_INTERRUPT -> ErrorKind.STATEMENT_TIMEOUT;
            case SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE -> ErrorKind.DATA;
            case SQLITE_ERROR -> String.valueOf(failure.getMessage()).contains("(integer overflow)") ? ErrorKind.DATA
                    : ErrorKind.PROGRAMMING;
            default -> byPrimaryCode(sqlite.getResultCode());
        };
    }

    /** The low byte of an extended code is its primary code. */
    private static ErrorKind byPrimaryCode(SQLiteErrorCode code) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CONSTRAINT -> ErrorKind.INTEGRITY;
            case SQLITE_BUSY, SQLITE_LOCKED -> ErrorKind.LOCK_TIMEOUT;
            case SQLITE_ERROR -> ErrorKind.PROGRAMMING;
            case SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_CORRUPT, SQLITE_NOTADB,
                    SQLITE_PERM, SQLITE_AUTH, SQLITE_NOMEM,
                    SQLITE_ABORT, SQLITE_INTERNAL, SQLITE_PROTOCOL ->
                ErrorKind.OPERATIONAL;
            default -> ErrorKind.OTHER;
        };
    }

    @Override
    protected ConnectProblem connectProblem(SQLException failure) {
        int code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        return switch (code) {
            case 8, 14 -> ConnectProblem.FILE;
            case 26 -> ConnectProblem.NOT_A_DATABASE;
            default -> failure.getMessage() != null && failure.getMessage().startsWith("path to ") ? ConnectProblem.FILE
                    : super.connectProblem(failure);
        };
    }

    /** Only checks and indexes on expressions are named; for the others SQLite reports the columns. */
    @Override
    protected String constraint(SQLException failure) {
        String check = find(CHECK, failure);
        return check.isEmpty() ? find(UNIQUE_INDEX, failure) : check;
    }

    @Override
    protected int vendorCode(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code : failure.getErrorCode();
    }
}
