package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.Computed;

/**
 * The changes to tables of SQLite: it adds, drops and renames columns, and renames tables; anything else needs a new
 * table. Immutable.
 */
final class SqliteAlterRenderer extends AlterRenderer {

    SqliteAlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    /** Existing rows are not rewritten, so their value must be known (sqlite.org/lang_altertable.html). */
    @Override
    protected String addColumn(AddColumn add) {
        var column = add.column();
        var computed = column.computation();
        if (column.isPrimaryKey()) {
            throw refused(add, "a primary key", "Recreate the table and copy its rows.");
        }
        if (computed != null && computed.storage() == Computed.Storage.STORED) {
            throw refused(add, "a stored computed column",
                    "Declare it computed(sql, false), or recreate the table.");
        }
        if (!column.isNullable() && column.databaseDefault() == null && computed == null) {
            throw refused(add, "a NOT NULL column without a default", "Declare a serverDefault(...).");
        }
        return super.addColumn(add);
    }

    private static InvalidStatementException refused(AddColumn add, String what, String advice) {
        return new InvalidStatementException("SQLite cannot add \"" + add.column().path() + "\", " + what
                + ", to an existing table. " + advice);
    }
}
