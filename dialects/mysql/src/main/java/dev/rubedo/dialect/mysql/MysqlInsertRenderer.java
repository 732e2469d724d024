package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.TextFragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The INSERT of MySQL and MariaDB; where they differ, that of MySQL. Immutable. */
class MysqlInsertRenderer extends InsertRenderer {

    MysqlInsertRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderDefaultValues(Insert<?> insert, RenderContext out) {
        out.sql(" () VALUES ()");
    }

    /** An upsert applies to whichever unique key conflicts. To do nothing, it sets a key column to itself. */
    @Override
    protected void renderConflicts(Insert<?> insert, RenderContext out) {
        if (insert.conflicts().isEmpty()) {
            return;
        }
        var conflict = insert.conflicts().get(0);
        if (insert.conflicts().size() > 1) {
            traits.require(Feature.ON_CONFLICT_TARGET, conflict);
        }
        requireConflict(conflict);
        var update = conflict.update();
        if (update == null) {
            renderNoChange(insert, out);
        } else {
            renderNewRowName(insert, out);
            out.sql(" ON DUPLICATE KEY UPDATE ");
            var assignments = inOrder(update.assignments(), insert);
            renderConflictAssignments(insert.query() == null ? assignments
                    : new ByFunction(traits.quoter()).assignments(assignments), out);
        }
    }

    @Override
    protected boolean assignsOneByOne() {
        return true;
    }

    private static void renderNoChange(Insert<?> insert, RenderContext out) {
        var column = keyColumn(insert);
        out.sql(" ON DUPLICATE KEY UPDATE ").identifier(column).sql(" = ")
                .identifier(table(insert.target()).name()).sql(".").identifier(column);
    }

    /** The rows of a query cannot be named, so a function returns the values of the proposed row. */
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
        @SuppressWarnings("unchecked") // the text has the type of the expression it replaces
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node instanceof Excluded<?> excluded
                    ? (Expression<T>) new TextFragment<>("VALUES(" + quoter.quote(excluded.column().name()) + ")",
                            List.of(), excluded.type())
                    : super.expression(node);
        }
    }

    private static String keyColumn(Insert<?> insert) {
        var table = table(insert.target());
        if (table instanceof Table declared && !declared.primaryKeyColumns().isEmpty()) {
            return declared.primaryKeyColumns().get(0).name();
        }
        throw new InvalidStatementException("Table \"" + table.label()
                + "\" has no primary key, which doNothing() requires on MySQL and MariaDB. Use doUpdate(...).");
    }

    /** Writes the name of the proposed row, which is allowed since 8.0.19. */
    protected void renderNewRowName(Insert<?> insert, RenderContext out) {
        if (insert.query() == null && namesNewRow(traits)) {
            out.sql(" AS new");
        }
    }

    /**
     * Returns whether the proposed row has a name instead of a function for its values (MySQL 8.0.19 release notes).
     */
    static boolean namesNewRow(DialectTraits traits) {
        return traits.version().isAtLeast(8, 0, 19);
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }
}
