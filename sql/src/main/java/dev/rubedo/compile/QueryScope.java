package dev.rubedo.compile;

import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.TableReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a query that is being written, as seen by nested statements.
 *
 * <p>Confined to one thread at a time.
 */
final class QueryScope {

    /** The sources of this query. */
    final Set<FromClause> own;
    /** The sources of this query and all enclosing ones. */
    final Set<FromClause> all;
    /** The row lock of this query, or null for none. */
    final @Nullable RowLock lock;
    /** The common table expressions that are written in front of this query instead of the whole statement. */
    final List<CommonTableExpression> nested = new ArrayList<>();
    /** Their texts. */
    final List<Fragment> nestedTexts = new ArrayList<>();
    /** The GROUP BY expressions that the server would not recognize, or null for none. */
    @Nullable GroupedTerms terms;

    /** The clauses for individual tables that are still to be written. */
    final List<StatementClause> tableClauses = new ArrayList<>();

    /** The table that this statement changes, or null if it only reads. */
    @Nullable TableReference changed;
    /** The table that an enclosing statement changes, unless there is a derived table in between; null for none. */
    @Nullable TableReference changedAround;

    QueryScope(@Nullable QueryScope around, Set<FromClause> own, @Nullable RowLock lock) {
        this.own = own;
        this.lock = lock;
        this.all = new LinkedHashSet<>(own);
        if (around != null) {
            all.addAll(around.all);
            changedAround = around.changed != null ? around.changed : around.changedAround;
        }
    }

    /** Returns whether a table that this query reads is changed by an enclosing statement. */
    boolean isChanged(TableReference table) {
        var other = changedAround;
        return other != null && other.name().equals(table.name()) && other.schema().equals(table.schema());
    }
}
