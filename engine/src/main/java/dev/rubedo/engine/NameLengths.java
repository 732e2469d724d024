package dev.rubedo.engine;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DdlElement;

/**
 * Refuses names of tables and columns that the database would refuse or, like PostgreSQL, cut. Names of constraints and
 * indexes are shortened instead. Stateless.
 */
final class NameLengths {

    private NameLengths() {}

    static void require(DdlElement element, DialectTraits traits) {
        if (element instanceof CreateTable create) {
            var table = create.table();
            require("table", table.name(), table.label(), traits);
            table.columns().forEach(column -> require("column", column.name(), column.path(), traits));
        }
    }

    private static void require(String kind, String name, String path, DialectTraits traits) {
        int most = traits.maximumIdentifierLength();
        if (name.length() > most) {
            throw new InvalidSchemaException("The name of " + kind + " \"" + path + "\" has " + name.length()
                    + " characters, but dialect \"" + traits.name() + "\" takes " + most + ". Give it a shorter name");
        }
    }
}
