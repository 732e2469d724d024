package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertColumns;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Insert;

/** The INSERT of SQL Server; with a conflict clause it is a MERGE. Immutable. */
final class SqlServerInsertRenderer extends InsertRenderer {

    private static final int MOST_ROWS = 1000;

    private final SqlServerMergeRenderer upserts;

    SqlServerInsertRenderer(DialectTraits traits) {
        super(traits);
        this.upserts = new SqlServerMergeRenderer(traits);
    }

    /** The server rejects values for an identity column unless the session has enabled them. */
    @Override
    protected void render(Insert<?> insert, QueryPlace place, RenderContext out) {
        var identity = SqlServerIdentities.given(insert, traits);
        if (identity == null) {
            renderPlain(insert, place, out);
        } else {
            out.sql(SqlServerIdentities.allowed(identity, true, traits)).sql("; ");
            renderPlain(insert, place, out);
            out.sql(insert.conflicts().isEmpty() ? "; " : " ")
                    .sql(SqlServerIdentities.allowed(identity, false, traits));
        }
    }

    private void renderPlain(Insert<?> insert, QueryPlace place, RenderContext out) {
        if (insert.conflicts().isEmpty()) {
            super.render(insert, place, out);
        } else {
            upserts.render(insert, place, out);
        }
    }

    /** A list of values has at most a thousand rows ("Table Value Constructor (Transact-SQL)"). */
    @Override
    protected void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        if (columns.rows() > MOST_ROWS) {
            throw new InvalidStatementException("SQL Server allows at most " + MOST_ROWS + " rows in one INSERT, got "
                    + columns.rows() + ". Insert them in several statements.");
        }
        super.renderRows(insert, columns, place, out);
    }
}
