package dev.rubedo.backend;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** A reason why no connection to a database could be opened. Immutable. */
public enum ConnectProblem {
    /** Nothing listens at the address. */
    REFUSED("nothing accepts connections there. Check host and port, and that the server is running."),
    /** The host name has no address. */
    UNKNOWN_HOST("the host name is unknown. Check its spelling and the DNS."),
    /** The address does not respond. */
    TIMED_OUT("there was no response in time. Check host and port, the network and firewalls."),
    /** User or password is wrong, or the user may not connect. */
    CREDENTIALS("the server does not accept the user or password. Check both, and the user's right to connect."),
    /** The server has no such database. */
    UNKNOWN_DATABASE("the server has no such database. Check its name, or create it."),
    /** No encrypted connection could be negotiated. */
    TLS("no encrypted connection could be negotiated. Check certificates and the TLS options of client and server."),
    /** The file of the database cannot be opened. */
    FILE("the file cannot be opened. Check that its directory exists and that this process may read and write both."),
    /** The file is not a database of this product, or is encrypted with another password. */
    NOT_A_DATABASE("the file is not a database of this kind, or it is encrypted."),
    /** The database is opened exclusively by another process. */
    IN_USE("another process has opened the database exclusively. Close it there, or use a server."),
    /** Another problem. */
    OTHER("the driver reports an error.");

    private static final Pattern ENCRYPTION = Pattern.compile("(?i)\\b(?:ssl|tls)\\b");

    private final String advice;

    ConnectProblem(String advice) {
        this.advice = advice;
    }

    /** Returns what happened and what to do, as the end of a sentence. */
    String advice() {
        return advice;
    }

    /** Determines the problem from the SQLSTATE and the causes of an exception. */
    static ConnectProblem of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return CREDENTIALS;
        }
        if (state.equals("3D000")) {
            return UNKNOWN_DATABASE;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (is(cause, SSLException.class)) {
                return TLS;
            } else if (is(cause, UnknownHostException.class)) {
                return UNKNOWN_HOST;
            } else if (is(cause, SocketTimeoutException.class) || is(cause, NoRouteToHostException.class)) {
                return TIMED_OUT;
            } else if (is(cause, ConnectException.class)) {
                return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("timed out") ? TIMED_OUT
                        : REFUSED;
            }
        }
        return byMessage(String.valueOf(failure.getMessage()));
    }

    /** A copy of an exception without its secrets has the class in its message. */
    private static boolean is(Throwable cause, Class<?> type) {
        return type.isInstance(cause) || String.valueOf(cause.getMessage()).startsWith(type.getName());
    }

    private static ConnectProblem byMessage(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (ENCRYPTION.matcher(message).find()) {
            return TLS;
        }
        return lower.contains("password") ? CREDENTIALS : lower.contains("connection refused") ? REFUSED : OTHER;
    }
}
