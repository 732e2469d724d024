package dev.rubedo.dialect.h2;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.SetConstraintComment;

/** The DDL of H2. Immutable. */
final class H2DdlCompiler extends DdlCompiler {

    H2DdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new H2AlterRenderer(this);
    }

    /** An auto-increment key is an identity column. */
    @Override
    protected String identity(Column<?> column) {
        var identity = super.identity(column);
        boolean isCounted = isAutoincrement(column) && column.sequenceDefault() == null;
        return identity.isEmpty() && isCounted ? identityClause(new Identity(false, 1, 1)) : identity;
    }

    /** Computed columns are always stored, without a keyword. */
    @Override
    protected String computedClause(Computed computed) {
        if (computed.storage() == Computed.Storage.VIRTUAL) {
            throw new InvalidStatementException(
                    "H2 stores every computed column, including the one of \"" + computed.sql()
                            + "\". Declare computed(sql, true), or computed(sql) to leave it to the database.");
        }
        return super.computedClause(new Computed(computed.sql(), Computed.Storage.DEFAULT));
    }

    /** The name of a constraint is unique in its schema, so the table is not named. */
    @Override
    protected String setConstraintComment(SetConstraintComment set) {
        return "COMMENT ON CONSTRAINT " + schemaPrefix(set.table().schema())
                + requiredName(set.table(), set.constraint()) + " IS " + comment(set.text());
    }
}
