package dev.rubedo.sql;

import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.InvalidStatementException;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Creates conditions on columns found by name. Immutable. */
final class FilterBy {
    private FilterBy() {}

    static Condition condition(Collection<FromClause> sources, String name, @Nullable Object value) {
        var found = new ArrayList<SettableColumn<?>>();
        var names = new ArrayList<String>();
        for (var source : sources) {
            switch (source) {
                case RowSource rows -> {
                    names.add(rows.label());
                    rows.columns().stream().filter(column -> column.name().equals(name)).forEach(found::add);
                }
                case UnresolvedEntity<?> entity -> {
                    names.add(entity.toString());
                    entity.attribute(name).ifPresent(found::add);
                }
                case Join join -> throw new IllegalStateException("Joins are opened before: " + join);
            }
        }
        if (found.isEmpty()) {
            throw new InvalidStatementException("filterBy: nothing has \"" + name + "\" in " + names
                    + ". Check the name, or add its table with from() or join() before");
        }
        if (found.size() > 1) {
            throw new AmbiguousColumnException("filterBy: \"" + name + "\" is in several of " + names
                    + ". Use where() with the column");
        }
        return Operands.equal(found.get(0), value, Operator.EQ);
    }
}
