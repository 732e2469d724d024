package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.type.ArrayType;
import java.util.Collection;
import java.util.HexFormat;

/** The values of PostgreSQL as text. Immutable. */
final class PostgresLiteralRenderer extends LiteralRenderer {

    PostgresLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** An X before digits makes bits of them here. */
    @Override
    protected String renderBytes(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'::BYTEA";
    }

    /** An array without elements has no type of its own. */
    @Override
    protected String renderArray(Collection<?> elements, ArrayType<?> type) {
        return elements.isEmpty() ? "'{}'" : super.renderArray(elements, type);
    }
}
