package dev.rubedo.backend;

import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.DataException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.NotNullViolationException;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.stability.Spi;
import java.io.EOFException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A translator of a driver's {@code SQLException} to a {@link DatabaseException}. The subclass for a database
 * classifies errors in {@link #classify(SQLException)}, by SQLSTATE and vendor code and never by Java class, and finds
 * the violated constraint in {@link #constraint(SQLException)}. Immutable.
 */
@Spi
public abstract class ErrorTranslator {

    /** For subclasses. */
    protected ErrorTranslator() {}

    /**
     * Translates an exception.
     *
     * @param failure the driver's exception
     * @param sql the statement; empty if none was executing
     * @param parameters the values as text if showing them is enabled, otherwise empty
     */
    public final DatabaseException translate(SQLException failure, String sql, String parameters) {
        return translate(failure, failure, message(root(failure)), sql, parameters);
    }

    /**
     * Translates an exception, without the row values that the server repeats in its message. If the message contains
     * any, the cause is a copy of the exception without them.
     *
     * @param failure the driver's exception
     * @param sql the statement; empty if none was executing
     */
    public final DatabaseException translateWithoutValues(SQLException failure, String sql) {
        var root = root(failure);
        String message = message(root);
        String hidden = withoutValues(message);
        if (hidden.equals(message)) {
            return translate(failure, sql, "");
        }
        var copy = new SQLException(hidden, root.getSQLState(), root.getErrorCode());
        copy.setStackTrace(root.getStackTrace());
        return translate(failure, copy, hidden, sql, "");
    }

    /**
     * Returns a message of the server without row values; by default the message itself. Called only if parameters are
     * hidden.
     */
    protected String withoutValues(String message) {
        return message;
    }

    /**
     * Translates the exception of a failed attempt to connect.
     *
     * @param failure the driver's exception
     * @param place the database, as {@link DatabaseUrl#place()} describes it
     */
    public final DatabaseException translateConnect(SQLException failure, String place) {
        String message = "Cannot connect to " + place + ": " + connectProblem(failure).advice() + "\n  Driver: "
                + message(failure);
        return translate(failure, failure, message, "", "");
    }

    /** Determines why no connection could be opened; by default from SQLSTATE and causes. */
    protected ConnectProblem connectProblem(SQLException failure) {
        return ConnectProblem.of(failure);
    }

    private DatabaseException translate(SQLException original, SQLException failure, String message, String sql,
            String parameters) {
        var root = root(original);
        var kind = kindOf(root);
        String constraint = isIntegrity(kind) ? constraint(root) : "";
        String state = root.getSQLState() == null ? "" : root.getSQLState();
        var advice = advice(root);
        var report = new DatabaseReport(advice.isEmpty() ? message : message + "\n  " + advice, sql, parameters, state,
                vendorCode(root), constraint);
        return switch (kind) {
            case UNIQUE -> new UniqueViolationException(report, failure);
            case FOREIGN_KEY -> new ForeignKeyViolationException(report, failure);
            case NOT_NULL -> new NotNullViolationException(report, failure);
            case CHECK -> new CheckViolationException(report, failure);
            case INTEGRITY -> new IntegrityException(IntegrityException.Kind.OTHER, report, failure);
            case DEADLOCK -> new DeadlockException(report, failure);
            case SERIALIZATION -> new SerializationFailureException(report, failure);
            case LOCK_TIMEOUT -> new LockTimeoutException(report, failure);
            case STATEMENT_TIMEOUT -> new StatementTimeoutException(report, failure);
            case DISCONNECTED -> new DisconnectedException(report, failure);
            case DATA -> new DataException(report, failure);
            case PROGRAMMING -> new ProgrammingException(report, failure);
            case NOT_SUPPORTED -> new NotSupportedException(report, failure);
            case OPERATIONAL -> new OperationalException(report, failure);
            case OTHER -> new DatabaseException(ErrorCode.DATABASE, report, failure);
        };
    }

    /**
     * Returns advice for an error whose message does not say what to do; empty by default.
     *
     * @param failure the driver's exception
     */
    protected String advice(SQLException failure) {
        return failure instanceof SQLDataException && failure.getSQLState() == null
                ? "A value of the row does not fit into the type that it is read as. Declare the column, or cast the "
                        + "expression, as a larger type."
                : "";
    }

    /** Returns whether the connection is lost after this exception. */
    public final boolean isDisconnect(SQLException failure) {
        return kindOf(root(failure)) == ErrorKind.DISCONNECTED;
    }

    /**
     * Returns whether the database has rolled back the whole transaction, including savepoints.
     */
    public final boolean endsTransaction(SQLException failure) {
        var root = root(failure);
        return endsTransaction(kindOf(root), root);
    }

    /**
     * Returns whether an error makes the database roll back the whole transaction; by default, its kind decides.
     *
     * @param failure the error of the database, whose vendor code may decide within a kind
     */
    protected boolean endsTransaction(ErrorKind kind, SQLException failure) {
        return endsTransaction(kind);
    }

    /** Returns whether all errors of a kind make the database roll back the whole transaction; false by default. */
    protected boolean endsTransaction(ErrorKind kind) {
        return false;
    }

    private ErrorKind kindOf(SQLException root) {
        var kind = classify(root);
        if (kind != ErrorKind.OTHER) {
            return kind;
        }
        if (root instanceof SQLFeatureNotSupportedException) {
            return ErrorKind.NOT_SUPPORTED;
        }
        var byState = byStateClass(root.getSQLState());
        if (byState != ErrorKind.OTHER) {
            return byState;
        }
        if (root instanceof SQLDataException) {
            return ErrorKind.DATA;
        }
        return root instanceof SQLTimeoutException ? ErrorKind.STATEMENT_TIMEOUT
                : isNetworkFailure(root) ? ErrorKind.DISCONNECTED : ErrorKind.OTHER;
    }

    /** A driver that was reading rows when the connection broke may not set an error code. */
    private static boolean isNetworkFailure(SQLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Classifies an error by the SQLSTATE and vendor code of this database. {@link ErrorKind#OTHER} delegates to the
     * class of the SQLSTATE.
     */
    protected abstract ErrorKind classify(SQLException failure);

    /** Returns the name of the violated constraint; empty if the database does not report it. */
    protected abstract String constraint(SQLException failure);

    /** Returns the vendor's error number. */
    protected int vendorCode(SQLException failure) {
        return failure.getErrorCode();
    }

    /** Returns the message of an error; by default that of the driver. */
    protected String message(SQLException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Returns the first group of a pattern in the message; empty if it does not match. */
    protected static String find(Pattern pattern, SQLException failure) {
        Matcher match = pattern.matcher(String.valueOf(failure.getMessage()));
        return match.find() ? match.group(1) : "";
    }

    private static boolean isIntegrity(ErrorKind kind) {
        return kind.ordinal() <= ErrorKind.INTEGRITY.ordinal();
    }

    /** Returns the original exception that a batch exception wraps. */
    private static SQLException root(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException() : failure;
    }

    private static ErrorKind byStateClass(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return ErrorKind.OTHER;
        }
        return switch (state.substring(0, 2)) {
            case "08" -> ErrorKind.DISCONNECTED;
            case "0A" -> ErrorKind.NOT_SUPPORTED;
            case "21", "22" -> ErrorKind.DATA;
            case "23" -> ErrorKind.INTEGRITY;
            case "40" -> ErrorKind.SERIALIZATION;
            case "42", "3D", "3F", "26", "34" -> ErrorKind.PROGRAMMING;
            case "25", "28", "53", "54", "55", "57", "58" -> ErrorKind.OPERATIONAL;
            default -> ErrorKind.OTHER;
        };
    }
}
