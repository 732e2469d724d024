package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.DropColumn;
import java.util.ArrayList;
import java.util.List;

/** The changes to tables of Oracle, with MODIFY for the properties of a column. Immutable. */
final class OracleAlterRenderer extends AlterRenderer {

    private static final int COLUMN_EXISTS = 1430;
    private static final int NO_COLUMN = 904;

    OracleAlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    @Override
    protected String addColumn(AddColumn add) {
        var text = alter(add.table()) + "ADD " + addedColumn(add);
        return add.ifNotExists() ? OracleBlocks.unless(text, COLUMN_EXISTS) : text;
    }

    /** Only the constraints that depend on the column are dropped with it. */
    @Override
    protected String dropColumn(DropColumn drop) {
        var text = alter(drop.table()) + "DROP COLUMN " + quote(drop.column())
                + (drop.isCascading() ? " CASCADE CONSTRAINTS" : "");
        return drop.ifExists() ? OracleBlocks.unless(text, NO_COLUMN) : text;
    }

    /** A default is removed by setting the default NULL; an existing column cannot become an identity column. */
    @Override
    protected List<String> alterColumn(AlterColumn alter) {
        requireNoConversion(alter);
        if (alter.changedIdentity() != null && alter.existing().identityOption() == null) {
            requireNoIdentity(alter);
        }
        var text = new StringBuilder();
        alter.changedType().ifPresent(type -> text.append(' ').append(typeName(alter, type)));
        var value = alter.changedServerDefault();
        if (alter.changesServerDefault()) {
            text.append(" DEFAULT ").append(value == null ? "NULL" : defaultText(value));
        }
        var identity = alter.changedIdentity();
        if (alter.changesIdentity()) {
            text.append(' ').append(identity == null ? "DROP IDENTITY" : identityClause(identity));
        }
        alter.changedNullability().ifPresent(isNullable -> text.append(isNullable ? " NULL" : " NOT NULL"));
        var statements = new ArrayList<String>();
        if (!text.isEmpty()) {
            statements.add(alter(alter.table()) + "MODIFY " + quote(alter.existing().name()) + text);
        }
        statements.addAll(commentStatements(alter));
        return statements;
    }
}
