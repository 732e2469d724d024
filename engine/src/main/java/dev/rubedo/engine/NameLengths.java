package dev.rubedo.engine;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.Table;

/**
 * A check that rejects names of tables and columns that the database would reject or, like PostgreSQL, truncate. Names
 * of constraints and indexes are shortened instead. Stateless.
 */
final class NameLengths {

    private NameLengths() {}

    static void require(DdlElement element, DialectTraits traits) {
        switch (element) {
            case CreateTable create -> requireAll(create.table(), traits);
            case CreateTableAs create -> requireAll(create.table(), traits);
            case CreateView create -> requireAll(create.view(), traits);
            case AddColumn add -> require("column", add.column().name(), add.column().path(), traits);
            case RenameColumn rename ->
                require("column", rename.name(), rename.table().label() + "." + rename.name(), traits);
            case RenameTable rename -> require("table", rename.name(), rename.name(), traits);
            case DdlElement other -> {}
        }
    }

    private static void requireAll(Table table, DialectTraits traits) {
        require(table.viewDefinition() == null ? "table" : "view", table.name(), table.label(), traits);
        table.columns().forEach(column -> require("column", column.name(), column.path(), traits));
    }

    private static void require(String kind, String name, String path, DialectTraits traits) {
        int most = traits.maximumIdentifierLength();
        int length = traits.identifierLength(name);
        if (length > most) {
            throw new InvalidSchemaException("The name of " + kind + " \"" + path + "\" has " + length
                    + (traits.countsBytes() ? " bytes" : " characters") + ", but dialect \"" + traits.name()
                    + "\" allows at most " + most + ". Give it a shorter name");
        }
    }
}
