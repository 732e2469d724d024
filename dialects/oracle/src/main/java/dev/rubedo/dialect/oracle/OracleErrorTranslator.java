package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.ConnectProblem;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The error translator of Oracle, which classifies errors by their numbers ("Database Error Messages"). Immutable. */
final class OracleErrorTranslator extends ErrorTranslator {

    static final OracleErrorTranslator INSTANCE = new OracleErrorTranslator();

    /** The owner and the name are in the first parentheses. */
    private static final Pattern NAME = Pattern.compile("ORA-0(?:0001|229[0-2])[^(]*\\((?:[^.()]+\\.)?([^()]+)\\)");
    private static final Pattern VALUES = Pattern
            .compile("(?s)(?<=column values )\\(.*\\)(?= )|(?<=character string )'.*?'|(?<=number )'.*?'");
    private static final int FIRST_OF_SQL = 900;
    private static final int LAST_OF_SQL = 999;

    private OracleErrorTranslator() {}

    @Override
    protected String withoutValues(String message) {
        return VALUES.matcher(message).replaceAll("?");
    }

    @Override
    protected ErrorKind classify(SQLException failure) {
        int code = failure.getErrorCode();
        return switch (code) {
            case 1, 2299 -> ErrorKind.UNIQUE;
            case 2266, 2291, 2292, 2298 -> ErrorKind.FOREIGN_KEY;
            case 1400, 1407, 2296 -> ErrorKind.NOT_NULL;
            case 2290, 2293 -> ErrorKind.CHECK;
            case 60 -> ErrorKind.DEADLOCK;
            case 8177, 12839 -> ErrorKind.SERIALIZATION;
            case 54, 4021, 30006 -> ErrorKind.LOCK_TIMEOUT;
            case 1013, 3136 -> ErrorKind.STATEMENT_TIMEOUT;
            case 28, 1012, 1014, 1033, 1034, 1089, 1090, 1092, 2396, 2399, 3113, 3114, 3135, 12153, 12528, 12537, 12547,
                    12570, 12571, 12592, 17002, 17008, 17009, 17410, 17447, 25401, 25408, 28547 ->
                ErrorKind.DISCONNECTED;
            case 1401, 1426, 1427, 1438, 1476, 1722, 1830, 1839, 1840, 1841, 1843, 1846, 1847, 1848, 1849, 1850, 1851,
                    1852, 1858, 1861, 1867, 1873, 6502, 12899, 17026, 22835, 26093, 40441, 61800 ->
                ErrorKind.DATA;
            case 1003, 1006, 1008, 1408, 1418, 1430, 1440, 1441, 1442, 1451, 1741, 1747, 1789, 1790, 2264, 2270, 2273,
                    2275, 2289, 2430, 2443, 2449, 4043, 4044, 6550, 12003, 32795 ->
                ErrorKind.PROGRAMMING;
            case 1031, 1456, 1536, 1555, 1650, 1652, 1653, 1654, 4030, 4031, 12801, 16000, 18, 20, 30036 ->
                ErrorKind.OPERATIONAL;
            case 439, 3001 -> ErrorKind.NOT_SUPPORTED;
            default -> code >= FIRST_OF_SQL && code <= LAST_OF_SQL ? ErrorKind.PROGRAMMING : ErrorKind.OTHER;
        };
    }

    @Override
    protected ConnectProblem connectProblem(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1005, 1017, 1045, 28000, 28001, 28002 -> ConnectProblem.CREDENTIALS;
            case 12504, 12505, 12514, 12516 -> ConnectProblem.UNKNOWN_DATABASE;
            case 12541 -> ConnectProblem.REFUSED;
            case 12154, 12543, 12545 -> ConnectProblem.UNKNOWN_HOST;
            case 12170, 12535, 12606, 18714 -> ConnectProblem.TIMED_OUT;
            case 17966, 28759, 28860, 28862, 28865, 29002, 29024 -> ConnectProblem.TLS;
            default -> super.connectProblem(failure);
        };
    }

    /** Unquoted names are returned in lower case, as in metadata. */
    @Override
    protected String constraint(SQLException failure) {
        var name = find(NAME, failure);
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }
}
