package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertColumns;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Insert;

/** The INSERT of Oracle; with a conflict clause it is a MERGE. Immutable. */
final class OracleInsertRenderer extends InsertRenderer {

    private final OracleMergeRenderer upserts;

    OracleInsertRenderer(DialectTraits traits) {
        super(traits);
        this.upserts = new OracleMergeRenderer(traits);
    }

    @Override
    protected void render(Insert<?> insert, QueryPlace place, RenderContext out) {
        if (insert.conflicts().isEmpty()) {
            super.render(insert, place, out);
        } else {
            upserts.render(insert, place, out);
        }
    }

    /**
     * VALUES is limited to one row before 23. Several rows are written as a query, which advances identities for each
     * row, unlike INSERT ALL.
     */
    @Override
    protected void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        if (columns.rows() == 1 || traits.version().isAtLeast(23)) {
            super.renderRows(insert, columns, place, out);
        } else {
            out.sql(" ");
            renderRowList(columns, "SELECT ", " FROM DUAL", " UNION ALL ", place, out);
        }
    }

    /** There is no DEFAULT VALUES, but a DEFAULT for each column. */
    @Override
    protected void renderDefaultValues(Insert<?> insert, RenderContext out) {
        out.sql(" (").identifier(table(insert.target()).columns().get(0).name()).sql(") VALUES (DEFAULT)");
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }
}
