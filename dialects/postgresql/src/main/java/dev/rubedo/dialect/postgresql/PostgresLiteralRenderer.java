package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.RenamedType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/** The literals of PostgreSQL. Immutable. */
final class PostgresLiteralRenderer extends LiteralRenderer {

    private final PostgresTypeRenderer types;

    PostgresLiteralRenderer(DialectTraits traits) {
        super(traits);
        this.types = new PostgresTypeRenderer(traits);
    }

    /**
     * Whether a backslash escapes or is literal depends on {@code standard_conforming_strings}; after an E it always
     * escapes.
     */
    @Override
    public String renderString(String text) {
        var literal = super.renderString(text);
        return text.indexOf('\\') < 0 ? literal : "E" + literal.replace("\\", "\\\\");
    }

    /** A literal with an X prefix is a bit string here. */
    @Override
    protected String renderBytes(byte[] bytes) {
        return renderString("\\x" + HexFormat.of().formatHex(bytes)) + "::BYTEA";
    }

    /** An untyped literal in a select list is text unless a column determines another type. */
    @Override
    protected String renderDateLiteral(LocalDate date) {
        return super.renderDateLiteral(date) + "::DATE";
    }

    @Override
    protected String renderTimeLiteral(LocalTime time) {
        return super.renderTimeLiteral(time) + "::TIME";
    }

    @Override
    protected String renderTimestampLiteral(LocalDateTime timestamp) {
        return super.renderTimestampLiteral(timestamp) + "::TIMESTAMP";
    }

    @Override
    protected String renderTimestampLiteral(OffsetDateTime timestamp) {
        return super.renderTimestampLiteral(timestamp) + "::TIMESTAMPTZ";
    }

    @Override
    protected String renderUuid(UUID uuid) {
        return super.renderUuid(uuid) + "::UUID";
    }

    /** An untyped literal would be of unknown type, which functions and select lists treat as text. */
    @Override
    protected String renderRenamed(Object value, RenamedType<?> type) {
        return super.renderRenamed(value, type) + "::" + type.sqlName();
    }

    /** An array without elements has no type, and an array of text literals has that of texts, so a cast is added. */
    @Override
    protected String renderArray(Collection<?> elements, ArrayType<?> type) {
        if (elements.isEmpty()) {
            return "'{}'";
        }
        var array = super.renderArray(elements, type);
        return type.element().family().isNumeric() ? array : array + "::" + types.render(type);
    }
}
