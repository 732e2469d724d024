package dev.rubedo.compile;

import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.RowLock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that is being written, as what stands inside it sees it.
 *
 * <p>Confined to one thread at a time.
 */
final class QueryScope {

    /** What this query reads. */
    final Set<FromClause> own;
    /** What this query and all around it read. */
    final Set<FromClause> all;
    /** The lock on the rows that this query reads, or null for none. */
    final @Nullable RowLock lock;
    /** The common table expressions that are written in front of this query and not of the whole statement. */
    final List<CommonTableExpression> nested = new ArrayList<>();
    /** Their texts. */
    final List<Fragment> nestedTexts = new ArrayList<>();
    /** What this query groups by and the server would not know again, or null for nothing. */
    @Nullable GroupedTerms terms;

    QueryScope(@Nullable QueryScope around, Set<FromClause> own, @Nullable RowLock lock) {
        this.own = own;
        this.lock = lock;
        this.all = new LinkedHashSet<>(own);
        if (around != null) {
            all.addAll(around.all);
        }
    }
}
