package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.Dialect;

/** The comparison of names as a database performs it. Immutable. */
record Names(Dialect dialect) {

    /** Returns a name in the form in which the database compares it. */
    String key(String name) {
        return dialect.catalogTraits().nameKey(dialect.traits().shortened(name));
    }
}
