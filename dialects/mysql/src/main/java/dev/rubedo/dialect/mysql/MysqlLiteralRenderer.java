package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;

/** The literals of MySQL and MariaDB. Immutable. */
final class MysqlLiteralRenderer extends LiteralRenderer {

    MysqlLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A backslash begins an escape here, so it is written twice. */
    @Override
    public String renderString(String text) {
        return super.renderString(text).replace("\\", "\\\\");
    }

    /** There is no boolean type, but there are words for 1 and 0. */
    @Override
    protected String renderBoolean(boolean value) {
        return Boolean.toString(value);
    }
}
