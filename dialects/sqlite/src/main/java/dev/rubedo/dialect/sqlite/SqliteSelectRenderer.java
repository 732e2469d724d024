package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.ValuesTable;
import org.jspecify.annotations.Nullable;

/** The queries of SQLite. Immutable. */
final class SqliteSelectRenderer extends SelectRenderer {

    SqliteSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Both numbers are always written: -1 is no limit. */
    @Override
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        if (limit == null && offset == null) {
            return;
        }
        if (limit != null) {
            requirePlain(limit);
            out.sql(" LIMIT ").expression(limit.count());
        } else {
            out.sql(" LIMIT ");
            renderImpliedNumber(owner, -1, out);
        }
        out.sql(" OFFSET ");
        if (offset != null) {
            out.expression(offset);
        } else {
            renderImpliedNumber(owner, 0, out);
        }
    }

    /** A part cannot be in parentheses here, so it becomes a derived table. */
    @Override
    protected void renderGroupedPart(Selectable<?> query, QueryPlace place, RenderContext out) {
        out.sql("SELECT * FROM (");
        renderQuery(query, place, out);
        out.sql(")");
    }

    /** The columns of VALUES have predefined names here, which an enclosing query renames. */
    @Override
    protected void renderValuesTable(ValuesTable values, RenderContext out) {
        out.sql("(SELECT ");
        for (int i = 0; i < values.columnNames().size(); i++) {
            out.sql(i == 0 ? "column" : ", column").sql(Integer.toString(i + 1)).sql(" AS ")
                    .identifier(values.columnNames().get(i).name());
        }
        out.sql(" FROM (VALUES ");
        renderRows(values.rows(), "(", out);
        out.sql(")) AS ").identifier(sourceName(values.name(), out));
    }

    /** EXPLAIN alone shows the instructions of the virtual machine. */
    @Override
    protected String explanation(Explain explain) {
        super.explanation(explain);
        return "EXPLAIN QUERY PLAN ";
    }
}
