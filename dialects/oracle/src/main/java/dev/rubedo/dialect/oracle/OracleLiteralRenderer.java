package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.error.InvalidStatementException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** The literals of Oracle. Immutable. */
final class OracleLiteralRenderer extends LiteralRenderer {

    private static final int HUNDRED = 100;

    OracleLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** An empty string would be NULL. */
    @Override
    public String renderString(String text) {
        if (text.isEmpty()) {
            throw new InvalidStatementException(
                    "Oracle treats an empty string as NULL. Use NULL, or isNull() for comparisons.");
        }
        return super.renderString(text);
    }

    /** Without the keyword, the settings of the session would determine how the text is parsed. */
    @Override
    protected String renderDateLiteral(LocalDate date) {
        return "DATE " + super.renderDateLiteral(date);
    }

    @Override
    protected String renderTimestampLiteral(LocalDateTime timestamp) {
        return "TIMESTAMP " + super.renderTimestampLiteral(timestamp);
    }

    @Override
    protected String renderTimestampLiteral(OffsetDateTime timestamp) {
        return "TIMESTAMP " + super.renderTimestampLiteral(timestamp);
    }

    /** A literal of seconds has two digits before the point and six after it; a function takes any number. */
    @Override
    protected String renderInterval(Duration duration) {
        if (Math.abs(duration.getSeconds()) < HUNDRED && duration.getNano() % 1000 == 0) {
            return super.renderInterval(duration);
        }
        var seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return "NUMTODSINTERVAL(" + seconds.stripTrailingZeros().toPlainString() + ", 'SECOND')";
    }

    @Override
    protected String renderBytes(byte[] bytes) {
        return "HEXTORAW('" + HexFormat.of().formatHex(bytes) + "')";
    }
}
