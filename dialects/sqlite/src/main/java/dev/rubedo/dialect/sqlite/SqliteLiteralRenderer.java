package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The literals of SQLite, where times are text and so always have the same length. Immutable. */
final class SqliteLiteralRenderer extends LiteralRenderer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    SqliteLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected String renderTime(LocalTime time) {
        return TIME.format(time);
    }
}
