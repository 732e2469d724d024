package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes to tables of SQL Server. A default is a constraint, usually with a generated name that is looked up when
 * the statement is executed; it must be dropped before its column can be dropped or its type can be changed. Immutable.
 */
final class SqlServerAlterRenderer extends AlterRenderer {

    /** SQL Server 2016. */
    private static final int WITH_IF_EXISTS = 13;

    SqlServerAlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    @Override
    protected String addWord() {
        return "ADD";
    }

    /** With CASCADE, the checks and foreign keys of the column are also dropped. */
    @Override
    protected String dropColumn(DropColumn drop) {
        var text = alter(drop.table()) + "DROP COLUMN ";
        return constraintsDropped(drop.table(), drop.column(), drop.isCascading()) + ";\n"
                + (!drop.ifExists() ? text
                        : traits.version().isAtLeast(WITH_IF_EXISTS) ? text + "IF EXISTS "
                                : "IF " + length(drop.table(), drop.column()) + " IS NOT NULL " + text)
                + quote(drop.column());
    }

    @Override
    protected String addColumn(AddColumn add) {
        var text = alter(add.table()) + addWord() + " " + addedColumn(add);
        return add.ifNotExists() ? "IF " + length(add.table(), add.column().name()) + " IS NULL " + text : text;
    }

    /** Returns the call for the length of a column, which is NULL if it does not exist. */
    private String length(Table table, String column) {
        return "COL_LENGTH(" + literal(tableName(table)) + ", " + literal(column) + ")";
    }

    /** Returns statements that drop the default of a column, and optionally its checks and foreign keys. */
    private String constraintsDropped(Table table, String column, boolean isAll) {
        var object = "OBJECT_ID(" + literal(tableName(table)) + ")";
        var number = "COLUMNPROPERTY(" + object + ", " + literal(column) + ", 'ColumnId')";
        var ofDefaults = "SELECT name FROM sys.default_constraints WHERE parent_object_id = " + object
                + " AND parent_column_id = " + number;
        var others = " UNION ALL SELECT name FROM sys.check_constraints WHERE parent_object_id = " + object
                + " AND parent_column_id = " + number
                + " UNION ALL SELECT OBJECT_NAME(constraint_object_id) FROM sys.foreign_key_columns"
                + " WHERE parent_object_id = " + object + " AND parent_column_id = " + number;
        return "DECLARE @dropped NVARCHAR(MAX) = N'';\nSELECT @dropped += "
                + literal(alter(table) + "DROP CONSTRAINT ") + " + QUOTENAME(name) + N';' FROM ("
                + ofDefaults + (isAll ? others : "") + ") AS found;\nEXEC sp_executesql @dropped";
    }

    @Override
    protected String renameColumn(RenameColumn rename) {
        return "EXEC sp_rename " + literal(tableName(rename.table()) + "." + quote(rename.existing().name())) + ", "
                + literal(rename.name()) + ", 'COLUMN'";
    }

    @Override
    protected String renameTable(RenameTable rename) {
        return "EXEC sp_rename " + literal(tableName(rename.table())) + ", " + literal(rename.name());
    }

    @Override
    protected boolean repeatsType(AlterColumn alter) {
        return alter.changedType().isPresent() || alter.changedNullability().isPresent();
    }

    /** Type and nullability are changed together, and the one that is not repeated would be lost. */
    @Override
    protected List<String> alterColumn(AlterColumn alter) {
        requireNoConversion(alter);
        requireNoIdentity(alter);
        var column = alter.existing();
        boolean isAltered = repeatsType(alter);
        var value = alter.changesServerDefault() ? alter.changedServerDefault() : column.databaseDefault();
        boolean isRestored = alter.changedType().isPresent() && column.databaseDefault() != null;
        var statements = new ArrayList<String>();
        if (alter.changesServerDefault() || isRestored) {
            statements.add(constraintsDropped(alter.table(), column.name(), false));
        }
        if (isAltered) {
            boolean isNullable = alter.changedNullability().orElse(column.isNullable());
            statements.add(alter(alter.table()) + "ALTER COLUMN " + quote(column.name()) + " "
                    + typeName(alter, alter.changedType().orElse(column.type()))
                    + (isNullable ? " NULL" : " NOT NULL"));
        }
        if (value != null && (alter.changesServerDefault() || isRestored)) {
            statements.add(alter(alter.table()) + "ADD DEFAULT " + defaultText(value) + " FOR " + quote(column.name()));
        }
        statements.addAll(commentStatements(alter));
        return statements;
    }
}
