package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.MergeIntoRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.DmlStatement;

/** The MERGE of SQL Server, which must end with a semicolon. Immutable. */
final class SqlServerMergeIntoRenderer extends MergeIntoRenderer {

    SqlServerMergeIntoRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderEnd(DmlStatement<?> statement, RenderContext out) {
        super.renderEnd(statement, out);
        out.sql(";");
    }
}
