package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.DmlRenderer;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TextFragment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE and DELETE that MySQL and MariaDB share, and where they differ those of MySQL. Immutable. */
class MysqlDmlRenderer extends DmlRenderer {

    MysqlDmlRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderDefaultValues(Insert<?> insert, RenderContext out) {
        out.sql(" () VALUES ()");
    }

    /** An upsert takes whichever unique key conflicts; that nothing happens is said by setting a key to itself. */
    @Override
    protected void renderConflicts(Insert<?> insert, RenderContext out) {
        if (insert.conflicts().isEmpty()) {
            return;
        }
        var conflict = insert.conflicts().get(0);
        if (insert.conflicts().size() > 1 || !conflict.columns().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_TARGET, conflict);
        }
        if (!conflict.constraint().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_CONSTRAINT, conflict);
        }
        var update = conflict.update();
        if (update == null) {
            out.sql(" ON DUPLICATE KEY UPDATE ").list(List.of(keyColumn(insert)),
                    (column, to) -> to.identifier(column).sql(" = ").sql(ownColumn(insert, column, to)));
            return;
        }
        if (update.condition() != NoCondition.NONE) {
            traits.require(Feature.ON_CONFLICT_WHERE, update.condition());
        }
        renderNewRowName(insert, out);
        out.sql(" ON DUPLICATE KEY UPDATE ").list(insert.query() == null ? update.assignments()
                : new ByFunction(traits.quoter()).assignments(update.assignments()), this::renderConflictAssignment);
    }

    /** The rows of a query cannot be given a name, so a function gives the values of the row that wanted in. */
    private static final class ByFunction extends Rewriter {
        private final IdentifierQuoter quoter;

        ByFunction(IdentifierQuoter quoter) {
            this.quoter = quoter;
        }

        List<Assignment<?>> assignments(List<Assignment<?>> assignments) {
            return assignments.stream()
                    .<Assignment<?>>map(each -> new Assignment<>(each.column(), expression(each.value()))).toList();
        }

        @Override
        @SuppressWarnings("unchecked") // the text has the type of what it stands for
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node instanceof Excluded<?> excluded
                    ? (Expression<T>) new TextFragment<>("VALUES(" + quoter.quote(excluded.column().name()) + ")",
                            List.of(), excluded.type())
                    : super.expression(node);
        }
    }

    private static String ownColumn(Insert<?> insert, String column, RenderContext out) {
        var quoter = out.traits().quoter();
        return quoter.quote(table(insert.target()).name()) + "." + quoter.quote(column);
    }

    private static String keyColumn(Insert<?> insert) {
        var table = table(insert.target());
        if (table instanceof Table declared && !declared.primaryKeyColumns().isEmpty()) {
            return declared.primaryKeyColumns().get(0).name();
        }
        throw new InvalidStatementException("Table \"" + table.label()
                + "\" has no primary key, which doNothing() needs on MySQL and MariaDB. Use doUpdate(...).");
    }

    /** Writes the name of the row that wanted in. */
    protected void renderNewRowName(Insert<?> insert, RenderContext out) {
        if (insert.query() == null) {
            out.sql(" AS new");
        }
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }

    /** All tables of an update can be changed. */
    @Override
    protected void requireAssignable(SettableColumn<?> column, TableReference table, List<FromClause> others) {
        boolean isRead = column instanceof ColumnReference<?> reference
                && FromList.members(others).contains(reference.source());
        if (!isRead) {
            super.requireAssignable(column, table, others);
        }
    }

    @Override
    protected void renderUpdatedTables(TableReference table, List<FromClause> others, RenderContext out) {
        var all = new ArrayList<FromClause>();
        all.add(table);
        all.addAll(others);
        out.list(all, (from, to) -> to.selects().renderFrom(from, to));
    }

    @Override
    protected void renderAssignedColumn(SettableColumn<?> column, boolean hasOthers, RenderContext out) {
        if (hasOthers) {
            out.expression(column);
        } else {
            super.renderAssignedColumn(column, false, out);
        }
    }

    @Override
    protected void renderUpdateFrom(List<FromClause> others, RenderContext out) {
        // they stand beside the updated table
    }

    @Override
    protected void renderDeleteUsing(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" USING ");
            renderUpdatedTables(table, others, out);
        }
    }

    /** Rows come back from one table only. */
    @Override
    protected void renderReturning(Statement<?> statement, DmlTarget target, Runnable returned, Runnable body,
            RenderContext out) {
        if (statement instanceof Delete<?> delete && !FromList.besides(delete).isEmpty()) {
            throw new UnsupportedFeatureException(Feature.DELETE_RETURNING, traits.name(),
                    "RETURNING of a DELETE over several tables");
        }
        super.renderReturning(statement, target, returned, body, out);
    }
}
