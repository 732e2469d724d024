package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The error translator of SQL Server, which classifies errors by their numbers ("Database Engine events and errors").
 * Immutable.
 */
final class SqlServerErrorTranslator extends ErrorTranslator {

    static final SqlServerErrorTranslator INSTANCE = new SqlServerErrorTranslator();

    /** SQL keywords and the order of names are the same in all message languages. */
    private static final Pattern CHECK = Pattern.compile("^[^'\"\u00ab]*\\bCHECK\\b");
    private static final Pattern FIRST = Pattern.compile("['\"\u00ab]([^'\"\u00bb]+)['\"\u00bb]");
    private static final Pattern SECOND = Pattern
            .compile("['\"\u00ab][^'\"\u00bb]+['\"\u00bb][^'\"\u00ab]*['\"\u00ab]([^'\"\u00bb]+)");
    private static final Pattern VALUES = Pattern
            .compile("(?s)(?<=value is )\\(.*\\)|(?<=Truncated value: )'.*'|(?<=value )'.*'(?= to )");

    private SqlServerErrorTranslator() {}

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("?");
    }

    @Override
    protected ErrorKind classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 2601, 2627 -> ErrorKind.UNIQUE;
            case 547 -> CHECK.matcher(String.valueOf(failure.getMessage())).find() ? ErrorKind.CHECK
                    : ErrorKind.FOREIGN_KEY;
            case 515 -> ErrorKind.NOT_NULL;
            case 1205 -> ErrorKind.DEADLOCK;
            case 3960, 3961, 41302, 41305, 41325 -> ErrorKind.SERIALIZATION;
            case 1222 -> ErrorKind.LOCK_TIMEOUT;
            case 64, 121, 233, 596, 6005, 10053, 10054, 10060, 20, 40197, 40613 -> ErrorKind.DISCONNECTED;
            case 220, 232, 241, 242, 244, 245, 248, 295, 296, 512, 517, 535, 2628, 8114, 8115, 8134, 8152, 8169, 8170,
                    9420, 13609 ->
                ErrorKind.DATA;
            case 102, 105, 107, 109, 110, 116, 137, 145, 156, 170, 189, 201, 207, 208, 209, 213, 260, 263, 306, 402,
                    1033, 1038, 1750, 1769, 1913, 2705, 2714, 2715, 2812, 3701, 3728, 4104, 4145, 4922, 4924, 4928,
                    5074, 8117, 8120, 8144, 8155, 8156, 8178, 15225, 15233, 15248 ->
                ErrorKind.PROGRAMMING;
            case 40515, 41901 -> ErrorKind.NOT_SUPPORTED;
            case 229, 230, 262, 297, 300, 701, 916, 1105, 3906, 3908, 3952, 8645, 9002, 10928, 10929, 40501, 49918,
                    49919, 49920 ->
                ErrorKind.OPERATIONAL;
            default -> byState(String.valueOf(failure.getSQLState()));
        };
    }

    /** The driver's own errors have ODBC states. */
    private static ErrorKind byState(String state) {
        return switch (state) {
            case "HYT00", "HYT01", "HY008" -> ErrorKind.STATEMENT_TIMEOUT;
            case "S0022", "S0002" -> ErrorKind.PROGRAMMING;
            default -> ErrorKind.OTHER;
        };
    }

    @Override
    protected ConnectProblem connectProblem(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 18452, 18456, 18470, 18486, 18487, 18488 -> ConnectProblem.CREDENTIALS;
            case 911, 4060, 4064 -> ConnectProblem.UNKNOWN_DATABASE;
            default -> super.connectProblem(failure);
        };
    }

    /** A deadlock, a snapshot conflict and a failed conversion roll back the transaction; other data errors do not. */
    @Override
    protected boolean endsTransaction(ErrorKind kind, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 241, 242, 245, 8114 -> true;
            default -> kind == ErrorKind.DEADLOCK || kind == ErrorKind.SERIALIZATION;
        };
    }

    /**
     * The name of the constraint comes first, except that a unique index comes after its table; a NOT NULL column has
     * no constraint name.
     */
    @Override
    protected String constraint(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 515 -> "";
            case 2601 -> find(SECOND, failure);
            default -> find(FIRST, failure);
        };
    }
}
