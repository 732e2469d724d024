package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.TableSample;
import org.jspecify.annotations.Nullable;

/** The queries of SQL Server. Immutable. */
final class SqlServerSelectRenderer extends SelectRenderer {

    SqlServerSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** GROUP BY accepts neither positions nor names. */
    @Override
    protected Recognition recognition() {
        return Recognition.ORDER_POSITION;
    }

    @Override
    protected boolean ordersCompoundsByExpressions() {
        return false;
    }

    /** A recursive expression has no keyword. */
    @Override
    protected boolean saysRecursive() {
        return false;
    }

    /** A limit without an offset is written before the columns. */
    @Override
    protected void renderTop(Select<?> select, QueryPlace place, RenderContext out) {
        var limit = select.rowLimit();
        if (limit == null || select.rowOffset() != null) {
            return;
        }
        out.sql("TOP (").expression(limit.count()).sql(") ");
        out.sql(switch (limit.form()) {
            case LIMIT, FETCH -> "";
            case PERCENT -> "PERCENT ";
            case WITH_TIES -> "WITH TIES ";
            case PERCENT_WITH_TIES -> "PERCENT WITH TIES ";
        });
        if (select.ordering().isEmpty() && limit.form().name().endsWith("TIES")) {
            throw new InvalidStatementException("SQL Server requires an order for WITH TIES. Call orderBy(...).");
        }
    }

    /** The order of a nested query has no meaning without a limit, and is rejected, so it is omitted. */
    @Override
    protected void renderOrderBy(Select<?> select, QueryPlace place, RenderContext out) {
        if (place == QueryPlace.STATEMENT || select.rowLimit() != null || select.rowOffset() != null) {
            super.renderOrderBy(select, place, out);
        }
    }

    @Override
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        boolean isTop = owner instanceof Select<?> && offset == null;
        if (isTop || limit == null && offset == null) {
            return;
        }
        requireOrder(owner);
        if (limit != null && limit.form() != RowLimit.Form.LIMIT && limit.form() != RowLimit.Form.FETCH) {
            throw new InvalidStatementException("SQL Server cannot combine an offset with PERCENT or WITH TIES: "
                    + limit + ". Remove one of them.");
        }
        out.sql(" OFFSET ");
        if (offset == null) {
            out.sql("0");
        } else {
            out.expression(offset);
        }
        out.sql(" ROWS");
        if (limit != null) {
            out.sql(" FETCH FIRST ").expression(limit.count()).sql(" ROWS ONLY");
        }
    }

    private static void requireOrder(Object owner) {
        boolean isOrdered = owner instanceof Select<?> select && !select.ordering().isEmpty()
                || owner instanceof CompoundSelect<?> compound && !compound.ordering().isEmpty();
        if (!isOrdered) {
            throw new InvalidStatementException("SQL Server requires an order to skip rows. Call orderBy(...).");
        }
    }

    /** A part with an order or limit must be a derived table. */
    @Override
    protected void renderGroupedPart(Selectable<?> query, QueryPlace place, RenderContext out) {
        if (query instanceof Select<?>) {
            out.sql("SELECT * FROM (");
            renderQuery(query, QueryPlace.FROM, out);
            out.sql(") AS part");
        } else {
            super.renderGroupedPart(query, place, out);
        }
    }

    /** There are no boolean values, so a condition is converted to a number. */
    @Override
    protected void renderSelected(Expression<?> column, RenderContext out) {
        if (!renderSelectedCondition(column, out)) {
            super.renderSelected(column, out);
        }
    }

    /** Locks are hints after the tables. */
    @Override
    protected void renderTableHints(FromClause table, RenderContext out) {
        var lock = out.lock();
        if (lock == null || !lock.tables().isEmpty() && !lock.tables().contains(table)) {
            return;
        }
        out.sql(lock.strength() == RowLock.Strength.SHARE ? " WITH (REPEATABLEREAD, ROWLOCK"
                : " WITH (UPDLOCK, ROWLOCK");
        out.sql(switch (lock.waiting()) {
            case DEFAULT -> ")";
            case NO_WAIT -> ", NOWAIT)";
            case SKIP_LOCKED -> ", READPAST)";
        });
    }

    @Override
    protected void renderLock(RowLock lock, RenderContext out) {
        requireLock(lock);
    }

    /** Whole pages are chosen with either method. */
    @Override
    protected void renderSample(TableSample sample, RenderContext out) {
        if (sample.method() == TableSample.Method.BERNOULLI) {
            throw new InvalidStatementException("SQL Server samples pages instead of rows. Use "
                    + "TableSample.system(...).");
        }
        out.sql(" TABLESAMPLE (").expression(sample.percent()).sql(" PERCENT)");
        var seed = sample.seed();
        if (seed != null) {
            out.sql(" REPEATABLE (").expression(seed).sql(")");
        }
    }
}
