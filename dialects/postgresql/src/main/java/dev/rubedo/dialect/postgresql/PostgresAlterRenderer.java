package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Identity;
import java.util.ArrayList;
import java.util.List;

/** The changes to tables of PostgreSQL: one statement for all properties of a column except its comment. Immutable. */
final class PostgresAlterRenderer extends AlterRenderer {

    PostgresAlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    /** The server itself removes a default before it changes the type, and sets the new one after it. */
    @Override
    protected List<String> alterColumn(AlterColumn alter) {
        var statements = new ArrayList<String>();
        var actions = actions(alter);
        if (!actions.isEmpty()) {
            statements.add(alter(alter.table()) + String.join(", ", actions));
        }
        statements.addAll(commentStatements(alter));
        return statements;
    }

    @Override
    protected String typeWord() {
        return "TYPE";
    }

    /** Each option of an existing identity is changed by a separate action. */
    @Override
    protected List<String> identityActions(AlterColumn alter, Identity identity) {
        if (alter.existing().identityOption() == null) {
            return super.identityActions(alter, identity);
        }
        return List.of(alterWord(alter) + "SET GENERATED " + (identity.isAlways() ? "ALWAYS" : "BY DEFAULT")
                + " SET INCREMENT BY " + identity.increment() + " SET START WITH " + identity.start()
                + (identity.minimum() == null ? "" : " SET MINVALUE " + identity.minimum())
                + (identity.maximum() == null ? "" : " SET MAXVALUE " + identity.maximum())
                + (identity.cache() == null ? "" : " SET CACHE " + identity.cache())
                + (identity.isCycling() ? " SET CYCLE" : ""));
    }
}
