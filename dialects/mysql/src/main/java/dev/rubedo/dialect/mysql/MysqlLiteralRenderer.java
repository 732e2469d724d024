package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The literals of MySQL and MariaDB. Immutable. */
final class MysqlLiteralRenderer extends LiteralRenderer {

    MysqlLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Whether a backslash escapes or is literal depends on the mode {@code NO_BACKSLASH_ESCAPES}. A text that contains
     * one is written as bytes, which no mode affects.
     */
    @Override
    public String renderString(String text) {
        return text.indexOf('\\') < 0 ? super.renderString(text)
                : "_utf8mb4 " + renderBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a label of an enumeration, before whose bytes no character set is allowed. */
    String renderLabel(String text) {
        return text.indexOf('\\') < 0 ? super.renderString(text) : renderBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns quoted text for a comment, where no other form is allowed. A backslash is written as in the default mode.
     */
    String renderComment(String text) {
        return super.renderString(text).replace("\\", "\\\\");
    }

    /** A point in time is a timestamp in UTC here; an offset would be converted to the zone of the session. */
    @Override
    protected String renderTimestamp(OffsetDateTime timestamp) {
        return renderTimestamp(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    /**
     * A column stores microseconds, and the server would round further digits, whereas they are truncated in a
     * parameter.
     */
    @Override
    protected String renderInterval(Duration duration) {
        return super.renderInterval(duration.minusNanos(duration.getNano() % 1000));
    }

    /** REAL is a double here, which stores the number that the decimal text denotes. */
    @Override
    protected String renderFloat(float value) {
        return renderFloating(Double.parseDouble(Float.toString(value)));
    }

    /**
     * MySQL treats text that is compared with a document as a JSON string. MariaDB has no JSON type and stores text.
     */
    @Override
    protected String renderJson(String document) {
        var text = renderString(document);
        return traits.name().equals("mysql") ? "CAST(" + text + " AS JSON)" : text;
    }

    /** There is no boolean type, but there are keywords for 1 and 0. */
    @Override
    protected String renderBoolean(boolean value) {
        return Boolean.toString(value);
    }
}
