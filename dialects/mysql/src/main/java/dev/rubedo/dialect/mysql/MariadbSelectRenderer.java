package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.ValuesTable;
import org.jspecify.annotations.Nullable;

/** The queries of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbSelectRenderer extends MysqlSelectRenderer {

    MariadbSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** All columns may be selected in a grouped query, unless a mode that is not the default here forbids it. */
    @Override
    protected Recognition recognition() {
        return Recognition.TEXT;
    }

    @Override
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        if (limit != null && limit.form() == RowLimit.Form.WITH_TIES) {
            renderFetch(limit, offset, out);
        } else {
            super.renderLimits(limit, offset, owner, out);
        }
    }

    @Override
    protected void renderLock(RowLock lock, RenderContext out) {
        if (lock.strength() != RowLock.Strength.SHARE) {
            super.renderLock(lock, out);
            return;
        }
        requireLock(lock);
        out.sql(" LOCK IN SHARE MODE");
        renderWait(lock, out);
    }

    /** The columns of VALUES cannot be named here, so each row is a query. */
    @Override
    protected void renderValuesTable(ValuesTable values, RenderContext out) {
        out.sql("(");
        boolean isFirst = true;
        for (var row : values.rows()) {
            out.sql(isFirst ? "SELECT " : " UNION ALL SELECT ");
            for (int i = 0; i < row.size(); i++) {
                out.sql(i == 0 ? "" : ", ").expression(row.get(i));
                if (isFirst) {
                    out.sql(" AS ").identifier(values.columnNames().get(i).name());
                }
            }
            isFirst = false;
        }
        out.sql(") AS ").identifier(sourceName(values.name(), out));
    }

    @Override
    protected String explanation(Explain explain) {
        return explain.isAnalyzed() ? "ANALYZE " : super.explanation(explain);
    }
}
