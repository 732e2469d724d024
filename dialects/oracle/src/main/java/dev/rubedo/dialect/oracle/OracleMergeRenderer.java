package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertColumns;
import dev.rubedo.compile.MergeRenderer;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.TableReference;
import java.util.List;

/** The upsert of Oracle. Immutable. */
final class OracleMergeRenderer extends MergeRenderer {

    OracleMergeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The rows are a query that names its columns, because a source accepts no column list. */
    @Override
    protected void renderSource(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        out.sql(" USING (");
        renderRows(insert, columns, place, out);
        out.sql(") " + NEW);
    }

    @Override
    protected void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        if (insert.query() != null) {
            super.renderRows(insert, columns, place, out);
        } else {
            renderRowList(columns, "SELECT ", " FROM DUAL", " UNION ALL ", place, out);
        }
    }

    @Override
    protected void renderRow(InsertColumns columns, int row, RenderContext out) {
        for (int i = 0; i < columns.names().size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            columns.writeValue(row, i, out);
            out.sql(" AS ").identifier(columns.names().get(i).name());
        }
    }

    /** The condition must be in parentheses. */
    @Override
    protected void renderKeys(List<List<String>> keys, TableReference table, RenderContext out) {
        out.sql(" ON (");
        for (int key = 0; key < keys.size(); key++) {
            out.sql(key == 0 ? "" : " OR ");
            for (int i = 0; i < keys.get(key).size(); i++) {
                var column = keys.get(key).get(i);
                out.sql(i == 0 ? "" : " AND ");
                renderTargetName(table, out);
                out.sql(".").identifier(column).sql(" = " + NEW + ".").identifier(column);
            }
        }
        out.sql(")");
    }

    /** The condition of an update is written after it. */
    @Override
    protected void renderUpdate(ConflictUpdate update, TableReference table, InsertColumns columns, RenderContext out) {
        out.sql(" WHEN MATCHED THEN UPDATE SET ").list(update.assignments(), this::renderAssignment);
        if (update.condition() != NoCondition.NONE) {
            out.sql(" WHERE ").expression(update.condition());
        }
    }
}
