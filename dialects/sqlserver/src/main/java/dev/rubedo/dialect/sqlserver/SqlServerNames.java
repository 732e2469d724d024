package dev.rubedo.dialect.sqlserver;

import java.util.List;

/**
 * The parts of a schema name in metadata: {@code dbo}, {@code archive.dbo} for a schema of another database. Immutable.
 *
 * @param parts the names without brackets, at most three: linked server, database, schema
 */
record SqlServerNames(List<String> parts) {

    SqlServerNames {
        parts = List.copyOf(parts);
        if (parts.size() > 3) {
            throw new IllegalArgumentException("The schema \"" + String.join(".", parts) + "\" has " + parts.size()
                    + " parts. Write database.schema, with brackets around a name that contains a dot: [my.schema].");
        }
    }

    /** Returns the name of the schema; empty for the default one. */
    String schema() {
        return parts.get(parts.size() - 1);
    }

    /** Returns the name of the database; empty for the current one. */
    String database() {
        return parts.size() < 2 ? "" : parts.get(parts.size() - 2);
    }
}
