package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import java.util.HexFormat;

/** The literals of SQL Server. Immutable. */
final class SqlServerLiteralRenderer extends LiteralRenderer {

    SqlServerLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Without the prefix, characters outside the database's code page would become question marks. */
    @Override
    public String renderString(String text) {
        return 'N' + super.renderString(text);
    }

    @Override
    protected String renderBytes(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
