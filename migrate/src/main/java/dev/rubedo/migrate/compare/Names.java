package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.Dialect;
import java.util.Locale;

/** Compares names of constraints and indexes as a database does. Immutable. */
record Names(Dialect dialect) {

    /** Returns a name in the form in which the database compares it. */
    String key(String name) {
        var stored = dialect.traits().shortened(name);
        return switch (dialect.name()) {
            case "h2", "oracle" -> stored.equals(stored.toUpperCase(Locale.ROOT)) ? stored.toLowerCase(Locale.ROOT)
                    : stored;
            case "postgresql" -> stored;
            default -> stored.toLowerCase(Locale.ROOT);
        };
    }
}
