package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.MergeRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.DmlStatement;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.TableReference;

/** The upsert of SQL Server. Immutable. */
final class SqlServerMergeRenderer extends MergeRenderer {

    SqlServerMergeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Without this hint, two concurrent upserts of the same key may both insert. */
    @Override
    protected void renderTarget(Insert<?> insert, TableReference table, RenderContext out) {
        super.renderTarget(insert, table, out);
        out.sql(" WITH (HOLDLOCK)");
    }

    /** MERGE is the only statement that must end with a semicolon. */
    @Override
    protected void renderEnd(DmlStatement<?> statement, RenderContext out) {
        out.sql(";");
    }
}
