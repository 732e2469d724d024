package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.ValuesTable;
import org.jspecify.annotations.Nullable;

/** The queries of MySQL and MariaDB; where they differ, those of MySQL. Immutable. */
class MysqlSelectRenderer extends SelectRenderer {

    private static final int LONGEST_ALIAS = 255;
    private static final String NO_LIMIT = "18446744073709551615";

    MysqlSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Aliases may be longer than names of tables and columns. */
    @Override
    protected int maximumNameLength() {
        return LONGEST_ALIAS;
    }

    /**
     * The mode ONLY_FULL_GROUP_BY, which is the default, recognizes a repeated expression only if it is not part of
     * another one.
     */
    @Override
    protected Recognition recognition() {
        return Recognition.WHOLE_TEXT;
    }

    @Override
    protected String joinToken(Join.Kind kind) {
        return kind == Join.Kind.INNER ? "INNER JOIN" : super.joinToken(kind);
    }

    /** The offset precedes the limit. */
    @Override
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        if (limit == null && offset == null) {
            return;
        }
        out.sql(" LIMIT ");
        if (offset != null) {
            renderNumber(offset, out);
            out.sql(", ");
        }
        if (limit == null) {
            out.sql(NO_LIMIT);
        } else {
            requirePlain(limit);
            renderNumber(limit.count(), out);
        }
    }

    private void renderNumber(Expression<?> number, RenderContext out) {
        if (!(number instanceof BindParameter<?>) && !(number instanceof Literal<?>)
                && !(number instanceof TextFragment<?>)) {
            traits.require(Feature.LIMIT_EXPRESSIONS, number);
        }
        out.expression(number);
    }

    @Override
    protected boolean havingKnowsExpressions() {
        return false;
    }

    /** FOR SHARE was introduced in 8.0.1 (dev.mysql.com/doc/refman/8.0, "Locking Reads"). */
    @Override
    protected void renderLock(RowLock lock, RenderContext out) {
        if (lock.strength() != RowLock.Strength.SHARE || traits.version().isAtLeast(8, 0, 1)) {
            super.renderLock(lock, out);
        } else {
            requireLock(lock);
            out.sql(" LOCK IN SHARE MODE");
        }
    }

    /** A condition requires a FROM clause. */
    @Override
    protected void renderNoFrom(Select<?> select, RenderContext out) {
        if (select.conditions() != NoCondition.NONE) {
            out.sql(" FROM DUAL");
        }
    }

    /** Each row has a keyword before it here. */
    @Override
    protected void renderValuesTable(ValuesTable values, RenderContext out) {
        out.sql("(VALUES ");
        renderRows(values.rows(), "ROW(", out);
        out.sql(") AS ").identifier(sourceName(values.name(), out)).sql(" (")
                .list(values.columnNames(), (column, to) -> to.identifier(column.name())).sql(")");
    }
}
