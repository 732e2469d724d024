package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.RenamedType;
import java.util.Collection;
import java.util.HexFormat;

/** The values of PostgreSQL as text. Immutable. */
final class PostgresLiteralRenderer extends LiteralRenderer {

    private final PostgresTypeRenderer types;

    PostgresLiteralRenderer(DialectTraits traits) {
        super(traits);
        this.types = new PostgresTypeRenderer(traits);
    }

    /**
     * A backslash means itself or begins an escape, as {@code standard_conforming_strings} says; with an E before it,
     * it always begins one.
     */
    @Override
    public String renderString(String text) {
        var literal = super.renderString(text);
        return text.indexOf('\\') < 0 ? literal : "E" + literal.replace("\\", "\\\\");
    }

    /** An X before digits makes bits of them here. */
    @Override
    protected String renderBytes(byte[] bytes) {
        return renderString("\\x" + HexFormat.of().formatHex(bytes)) + "::BYTEA";
    }

    /** Text alone would be of an unknown type, which functions and select lists take for text. */
    @Override
    protected String renderRenamed(Object value, RenamedType<?> type) {
        return super.renderRenamed(value, type) + "::" + type.sqlName();
    }

    /** An array without elements has no type of its own, and one of texts is of the type of texts. */
    @Override
    protected String renderArray(Collection<?> elements, ArrayType<?> type) {
        if (elements.isEmpty()) {
            return "'{}'";
        }
        var array = super.renderArray(elements, type);
        return type.element().family().isNumeric() ? array : array + "::" + types.render(type);
    }
}
