package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The error translator of MySQL and MariaDB. It classifies errors by their numbers, because many share the SQLSTATE
 * HY000. Immutable.
 */
final class MysqlErrorTranslator extends ErrorTranslator {

    static final MysqlErrorTranslator INSTANCE = new MysqlErrorTranslator();

    private static final List<Pattern> NAMES = List.of(Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'"),
            Pattern.compile("CONSTRAINT `([^`]+)`"),
            Pattern.compile("Check constraint '([^']+)'"));

    private MysqlErrorTranslator() {}

    /** The entry of a key, and a value that a column or a function refuses. */
    private static final Pattern VALUES = Pattern.compile("(?s)(?<=Duplicate entry |value: )'.*?'(?= for |$)");

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("'?'");
    }

    @Override
    protected ErrorKind classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1062, 1169, 1586, 1859 -> ErrorKind.UNIQUE;
            case 1216, 1217, 1451, 1452, 1557, 1761, 1762 -> ErrorKind.FOREIGN_KEY;
            case 1048, 1364, 1566 -> ErrorKind.NOT_NULL;
            case 3819, 4025 -> ErrorKind.CHECK;
            case 1213 -> ErrorKind.DEADLOCK;
            case 1020 -> ErrorKind.SERIALIZATION;
            case 1205, 3572 -> ErrorKind.LOCK_TIMEOUT;
            case 1317, 1969, 3024 -> ErrorKind.STATEMENT_TIMEOUT;
            case 1053, 1927, 2006, 2013, 2014, 2045, 2055, 3169, 4031 -> ErrorKind.DISCONNECTED;
            case 1264, 1265, 1292, 1365, 1366, 1406, 1411, 1690 -> ErrorKind.DATA;
            case 1054, 1064, 1146, 1149, 1305, 1318, 1327 -> ErrorKind.PROGRAMMING;
            case 1142, 1143, 1227, 1290, 1792 -> ErrorKind.OPERATIONAL;
            default -> isRefusedAsReadOnly(failure) ? ErrorKind.OPERATIONAL
                    : isCancelled(failure) ? ErrorKind.STATEMENT_TIMEOUT
                            : isUnfitting(failure) ? ErrorKind.DATA : ErrorKind.OTHER;
        };
    }

    /** MySQL's own driver reports a statement that it cancelled without an error number or SQLSTATE. */
    private static boolean isCancelled(SQLException failure) {
        return failure.getErrorCode() == 0 && failure.getSQLState() == null && failure.getMessage() != null
                && failure.getMessage().startsWith("Statement cancelled");
    }

    /**
     * MySQL's own driver rejects the statement without contacting the server, and without an error number or SQLSTATE.
     */
    private static boolean isRefusedAsReadOnly(SQLException failure) {
        return "S1009".equals(failure.getSQLState()) && failure.getMessage() != null
                && failure.getMessage().contains("read-only");
    }

    /** MariaDB's driver reports a number that does not fit the requested type without an error number or SQLSTATE. */
    private static boolean isUnfitting(SQLException failure) {
        return failure.getErrorCode() == 0 && failure.getMessage() != null
                && failure.getMessage().contains("cannot be decoded as");
    }

    @Override
    protected ConnectProblem connectProblem(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1049 -> ConnectProblem.UNKNOWN_DATABASE;
            case 1044, 1045, 1130, 1251, 1698 -> ConnectProblem.CREDENTIALS;
            default -> super.connectProblem(failure);
        };
    }

    @Override
    protected boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK;
    }

    @Override
    protected String constraint(SQLException failure) {
        for (var pattern : NAMES) {
            String name = find(pattern, failure);
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }
}
